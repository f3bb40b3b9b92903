import { vi } from "vitest";
import { ENDS } from "./cells/ends";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(ENDS);
