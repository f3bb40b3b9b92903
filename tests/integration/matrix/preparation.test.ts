import { vi } from "vitest";
import { PREPARATIONS } from "./cells/preparation";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(PREPARATIONS);
