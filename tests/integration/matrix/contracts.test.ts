import { vi } from "vitest";
import { CONTRACTS } from "./cells/contracts";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(CONTRACTS);
