import { vi } from "vitest";
import { PRODUCTIONS } from "./cells/production";
import { tryMatrices } from "./harness";

vi.mock("@/lib/server/session", () => import("./signed-in"));
vi.mock("next/headers", () => import("./signed-in"));

tryMatrices(PRODUCTIONS);
