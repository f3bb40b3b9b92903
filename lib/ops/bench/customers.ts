/** Customers in bulk: names as factories have them, each with a contact and an address. */
import { nameKey } from "@/lib/customers/name-key";
import { customerSearchText } from "@/lib/customers/search-source";
import type { CopyColumns } from "./copy-in";
import { type Dice, dice, idAt } from "./dice";
import { STAFF } from "./staff";

const FIRST = [
  ..."宏华金恒鑫瑞天海东方盛隆泰兴永信德诚正大中远联创新科精锐力源通安顺利丰博亚凯腾振伟",
];
const SECOND = [
  ..."达兴盛隆泰源通顺昌茂辉宇航锋诺特美佳康宁和平远志凌云峰岭川江河洋洲宝玉珠光明星泽",
];
const CITIES = [
  ..."大连 沈阳 鞍山 哈尔滨 长春 北京 天津 石家庄 济南 青岛 烟台 郑州 洛阳 太原 西安 兰州".split(
    " ",
  ),
  ..."上海 苏州 无锡 常州 南京 杭州 宁波 合肥 武汉 长沙 株洲 广州 东莞 深圳 重庆 成都".split(" "),
];
const TRADES = [
  "机械",
  "模具",
  "精密机械",
  "航空部件",
  "汽车零部件",
  "轴承",
  "数控",
  "重工",
  "电机",
  "阀门",
] as const;
const ENDINGS = ["有限公司", "制造有限公司", "科技有限公司", "股份有限公司", "厂"] as const;
const MODES = ["PREPAID", "PREPAID", "MONTHLY", "MONTHLY", "QUARTERLY"] as const;
const SURNAMES = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"] as const;
const OPENED = Date.UTC(2016, 0, 4);
const MAX = FIRST.length * SECOND.length * CITIES.length;

type BenchCustomer = {
  id: string;
  contactId: string;
  addressId: string;
  code: string;
  name: string;
  shortName: string;
  taxId: string;
  mode: string;
  contact: string;
  mobile: string;
  city: string;
  createdAt: string;
};

/** The same customers in every run. Throws beyond what the name parts can tell apart. */
export function makeCustomers(count: number): BenchCustomer[] {
  if (count > MAX) throw new RangeError(`At most ${MAX} customers`);
  const chance = dice(1);
  return Array.from({ length: count }, (_, index) => makeCustomer(index, chance));
}

function makeCustomer(index: number, chance: Dice): BenchCustomer {
  const shuffled = (index * 7919) % MAX; // 7919 is prime, so no two share brand and city
  const brand = shuffled % (FIRST.length * SECOND.length);
  const shortName = `${FIRST[brand % FIRST.length]}${SECOND[Math.floor(brand / FIRST.length)]}`;
  const city = CITIES[Math.floor(shuffled / (FIRST.length * SECOND.length))] ?? "大连";
  const opened = OPENED + index * 60_000;
  return {
    id: idAt(opened, chance),
    contactId: idAt(opened, chance),
    addressId: idAt(opened, chance),
    code: `C${String(index + 1).padStart(4, "0")}`,
    name: `${city}${shortName}${chance.pick(TRADES)}${chance.pick(ENDINGS)}`,
    shortName,
    taxId: `9121${String(index).padStart(13, "0")}X`,
    mode: chance.pick(MODES),
    contact: `${chance.pick(SURNAMES)}工`,
    mobile: `139${String(10_000_000 + chance.below(90_000_000))}`,
    city,
    createdAt: new Date(opened).toISOString(),
  };
}

export const CUSTOMER_COLUMNS: CopyColumns<BenchCustomer> = {
  id: ({ id }) => id,
  customer_code: ({ code }) => code,
  name: ({ name }) => name,
  name_key: ({ name }) => nameKey(name),
  short_name: ({ shortName }) => shortName,
  tax_id: ({ taxId }) => taxId,
  registered_address: ({ city }) => `${city}市高新区工业路`,
  phone: ({ mobile }) => mobile,
  category: () => "GENERAL",
  owner_id: () => STAFF.sales.id,
  settlement_mode: ({ mode }) => mode,
  credit_limit: ({ mode }) => (mode === "PREPAID" ? null : "50000.00"),
  search_text: ({ code, ...customer }) =>
    customerSearchText({
      ...customer,
      customerCode: code,
      phone: customer.mobile,
      groupName: "",
      formerNames: [],
      contacts: [{ name: customer.contact, mobile: customer.mobile, landline: "" }],
      addresses: [],
    }),
  created_by_id: () => STAFF.clerk.id,
  created_at: ({ createdAt }) => createdAt,
  updated_at: ({ createdAt }) => createdAt,
};

export const CONTACT_COLUMNS: CopyColumns<BenchCustomer> = {
  id: ({ contactId }) => contactId,
  customer_id: ({ id }) => id,
  name: ({ contact }) => contact,
  mobile: ({ mobile }) => mobile,
  is_default: () => true,
};

export const ADDRESS_COLUMNS: CopyColumns<BenchCustomer> = {
  id: ({ addressId }) => addressId,
  customer_id: ({ id }) => id,
  company: ({ name }) => name,
  contact_person: ({ contact }) => contact,
  mobile: ({ mobile }) => mobile,
  province: () => "辽宁省",
  city: ({ city }) => `${city}市`,
  detail: () => "高新区工业路18号",
  is_default: () => true,
};
