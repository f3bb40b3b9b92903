import { vi } from "vitest";
import { CHANGES } from "./cells/changes";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(CHANGES);
