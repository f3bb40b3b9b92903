import { vi } from "vitest";
import { STOCK } from "./cells/stock";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(STOCK);
