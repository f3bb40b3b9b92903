import { vi } from "vitest";
import { INTAKES } from "./cells/intake";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(INTAKES);
