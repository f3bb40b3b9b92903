import { vi } from "vitest";
import { CUSTOMERS } from "./cells/customers";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(CUSTOMERS);
