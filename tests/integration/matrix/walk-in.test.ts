import { vi } from "vitest";
import { WALK_INS } from "./cells/walk-in";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(WALK_INS);
