import { vi } from "vitest";
import { PRODUCTS } from "./cells/products";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(PRODUCTS);
