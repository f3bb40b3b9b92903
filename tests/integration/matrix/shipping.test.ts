import { vi } from "vitest";
import { SHIPPING } from "./cells/shipping";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(SHIPPING);
