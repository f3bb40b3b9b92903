import { vi } from "vitest";
import { CREDIT } from "./cells/credit";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(CREDIT);
