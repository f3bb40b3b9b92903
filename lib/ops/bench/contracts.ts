/** Numbered contracts in bulk, spread over ten years that grow, over customers that differ in weight, and over states. */
import { dateInShanghai } from "@/lib/core/calendar-date";
import type { CopyColumns } from "./copy-in";
import { type Dice, dice, idAt } from "./dice";
import { STAFF } from "./staff";

const DAY_MS = 86_400_000;
const YEARS = 10;
const PRODUCTS = [
  "硬质合金立铣刀",
  "直柄麻花钻",
  "丝锥",
  "铰刀",
  "机夹刀片",
  "球头铣刀",
  "中心钻",
] as const;
const SPECS = ["φ10×22×72-4F", "φ8.5×117", "M12×1.75", "φ16H7", "CNMG120408", "R5×100"] as const;
const TIERS = ["NEW", "MID", "OLD"] as const;
const TERMS = ["PREPAID", "MONTHLY", "MONTHLY", "QUARTERLY"] as const;

export type KnownCustomer = { id: string; name: string };

type BenchContract = {
  id: string;
  number: string;
  year: number;
  seq: number;
  status: string;
  form: string;
  contractClass: string;
  customer: KnownCustomer;
  tier: string;
  term: string;
  products: string;
  pieces: number;
  amount: string;
  draftedAt: string;
  draftedOn: string;
  effectiveOn: string;
  deliveryOn: string;
  remark: string;
};

/** How many contracts each year has, the last one being cut off today. */
export function yearSizes(count: number, today: Date): ReadonlyMap<number, number> {
  const last = today.getUTCFullYear();
  const weights = Array.from({ length: YEARS }, (_, index) => 10 + index);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const sizes = weights.map((weight) => Math.floor((count * weight) / sum));
  const rest = count - sizes.reduce((total, size) => total + size, 0);
  return new Map(
    sizes.map((size, index) => [
      last - YEARS + 1 + index,
      index === YEARS - 1 ? size + rest : size,
    ]),
  );
}

/** The same contracts in every run of a day, in the order of their numbers. */
export function* makeContracts(
  count: number,
  customers: readonly KnownCustomer[],
  today: Date,
): Generator<BenchContract> {
  const chance = dice(2);
  for (const [year, size] of yearSizes(count, today)) {
    const begin = Date.UTC(year, 0, 4);
    const end = Math.min(Date.UTC(year, 11, 27), today.getTime() - 2 * DAY_MS);
    for (let seq = 1; seq <= size; seq += 1) {
      const effective = begin + Math.max(0, ((end - begin) * seq) / size);
      const isLast = today.getTime() - effective < 5 * DAY_MS;
      yield makeContract({ year, seq, effective, isLast }, customers, chance);
    }
  }
}

type Place = { year: number; seq: number; effective: number; isLast: boolean };

function makeContract(
  { year, seq, effective, isLast }: Place,
  customers: readonly KnownCustomer[],
  chance: Dice,
): BenchContract {
  // A few customers order much, most of them seldom.
  const customer = customers[Math.floor(customers.length * chance.next() ** 2.5)];
  if (!customer) throw new Error("There are no customers");
  const draftedAt = Math.round(effective) - DAY_MS;
  const pieces = 5 + chance.below(400);
  return {
    id: idAt(draftedAt, chance),
    number: `LG${year}-${String(seq).padStart(3, "0")}`,
    year,
    seq,
    status: statusOf(isLast, chance),
    form: chance.below(3) === 0 ? "FORMAL" : "VERBAL",
    contractClass: classOf(chance),
    customer,
    tier: chance.pick(TIERS),
    term: chance.pick(TERMS),
    products: `${chance.pick(PRODUCTS)} ${chance.pick(SPECS)} 等${1 + chance.below(6)}项`,
    pieces,
    amount: ((pieces * (1500 + chance.below(20_000))) / 100).toFixed(2),
    draftedAt: new Date(draftedAt).toISOString(),
    draftedOn: dayOf(draftedAt),
    effectiveOn: dayOf(effective),
    deliveryOn: dayOf(effective + (7 + chance.below(40)) * DAY_MS),
    remark: chance.below(20) === 0 ? "客户要求附检验报告" : "",
  };
}

const SHANGHAI_MS = 8 * 3_600_000;
const days = new Map<number, string>();

/** The date in Shanghai; asked three million times, so each day is worked out once. */
function dayOf(milliseconds: number): string {
  const count = Math.floor((milliseconds + SHANGHAI_MS) / DAY_MS);
  const known = days.get(count) ?? dateInShanghai(new Date(milliseconds));
  days.set(count, known);
  return known;
}

function statusOf(isLast: boolean, { below }: Dice): string {
  if (below(100) === 0) return "VOIDED";
  return isLast && below(2) === 0 ? "EFFECTIVE" : "EXECUTING";
}

function classOf({ below }: Dice): string {
  const roll = below(10);
  if (roll < 7) return "A";
  return roll < 9 ? "B" : "C";
}

const party = (name: string) => ({ name, address: "高新区工业路18号", phone: "0411-86000000" });

export const CONTRACT_COLUMNS: CopyColumns<BenchContract> = {
  id: ({ id }) => id,
  form: ({ form }) => form,
  status: ({ status }) => status,
  contract_no: ({ number }) => number,
  year: ({ year }) => year,
  seq: ({ seq }) => seq,
  effective_on: ({ effectiveOn }) => effectiveOn,
  contract_class: ({ contractClass }) => contractClass,
  submitted_at: ({ draftedAt }) => draftedAt,
  submission_count: () => 1,
  customer_id: ({ customer }) => customer.id,
  customer_name: ({ customer }) => customer.name,
  buyer: ({ customer }) => JSON.stringify(party(customer.name)),
  intake_id: ({ id }) => id,
  channel: () => "PHONE",
  ordered_at: ({ draftedAt }) => draftedAt,
  orderer_name: () => "王工",
  agreed_price: () => true,
  agreed_delivery: () => true,
  agreed_payment: () => true,
  agreed_with: () => "王工",
  agreed_on: ({ draftedOn }) => draftedOn,
  total_amount: ({ amount }) => amount,
  consignee: ({ customer }) => JSON.stringify({ company: customer.name, ...party(customer.name) }),
  delivery_from: ({ deliveryOn }) => deliveryOn,
  delivery_to: ({ deliveryOn }) => deliveryOn,
  product_summary: ({ products }) => products,
  total_qty: ({ pieces }) => pieces,
  payment_term: ({ term }) => term,
  sign_date: ({ form, effectiveOn }) => (form === "FORMAL" ? effectiveOn : null),
  signed_by_customer_on: ({ form, effectiveOn }) => (form === "FORMAL" ? effectiveOn : null),
  drafted_by_id: () => STAFF.clerk.id,
  drafted_by_name: () => STAFF.clerk.name,
  drafter_ids: () => [STAFF.clerk.id],
  handler_id: () => STAFF.clerk.id,
  checked_by_id: () => STAFF.chief.id,
  end_reason: ({ status }) => (status === "VOIDED" ? "客户取消项目" : ""),
  created_at: ({ draftedAt }) => draftedAt,
  updated_at: ({ draftedAt }) => draftedAt,
};

export const REGISTER_COLUMNS: CopyColumns<BenchContract> = {
  contract_id: ({ id }) => id,
  contract_no: ({ number }) => number,
  settlement_mode: ({ term }) => term,
  tier: ({ tier }) => tier,
  original_class: ({ contractClass }) => contractClass,
  prepared_by_name: () => STAFF.clerk.name,
  prepared_on: ({ draftedOn }) => draftedOn,
  checked_by_name: () => STAFF.chief.name,
  checked_on: ({ draftedOn }) => draftedOn,
  approved_by_name: () => STAFF.director.name,
  approved_on: ({ effectiveOn }) => effectiveOn,
  shipping_methods: ({ status }) => (status === "EXECUTING" ? "快递" : ""),
  shipped_dates: ({ status, deliveryOn }) => (status === "EXECUTING" ? deliveryOn : ""),
  last_shipped_on: ({ status, deliveryOn }) => (status === "EXECUTING" ? deliveryOn : null),
  shipped_amount: ({ status, amount }) => (status === "EXECUTING" ? amount : "0"),
  registered_by_id: ({ status }) => (status === "EFFECTIVE" ? null : STAFF.clerk.id),
  registered_by_name: ({ status }) => (status === "EFFECTIVE" ? null : STAFF.clerk.name),
  registered_at: ({ status, draftedAt }) => (status === "EFFECTIVE" ? null : draftedAt),
  remark: ({ remark }) => remark,
};

export const COOPERATION_COLUMNS: CopyColumns<BenchContract> = {
  contract_id: ({ id }) => id,
  customer_id: ({ customer }) => customer.id,
  effective_on: ({ effectiveOn }) => effectiveOn,
  voided_on: ({ status, effectiveOn }) => (status === "VOIDED" ? effectiveOn : null),
};
