import { vi } from "vitest";
import { RECEIVABLES } from "./cells/receivables";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(RECEIVABLES);
