import { vi } from "vitest";
import { DISPATCH } from "./cells/dispatch";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(DISPATCH);
