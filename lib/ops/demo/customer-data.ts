import type { CustomerCategory } from "@/lib/customers/schema";

export type DemoCustomer = {
  name: string;
  shortName: string;
  province: string;
  city: string;
  district: string;
  street: string;
  contact: string;
  mobile: string;
  taxId: string;
  industry: string;
  category: CustomerCategory;
  usage: string;
  mode: "PREPAID" | "MONTHLY" | "QUARTERLY" | "ACCUMULATED";
  limit: string;
  /** Full years of cooperation before the story begins; null for a new customer. */
  yearsBefore: number | null;
  ownedBySales: boolean;
};

const VALID_TAX_IDS = [
  "91210200MA0DEM021D",
  "91320500MA1DEM031Y",
  "91370100MA3DEM043J",
  "91440300MA5DEM055T",
  "91110108MA00DEM651",
];

type Place = readonly [province: string, city: string, district: string, street: string];
const PLACES: readonly Place[] = [
  ["辽宁省", "大连市", "甘井子区", "中华西路18号"],
  ["辽宁省", "沈阳市", "铁西区", "北二中路25号"],
  ["江苏省", "苏州市", "昆山市", "前进东路388号"],
  ["江苏省", "无锡市", "新吴区", "珠江路77号"],
  ["山东省", "济南市", "历城区", "工业北路60号"],
  ["山东省", "青岛市", "城阳区", "双元路102号"],
  ["广东省", "深圳市", "宝安区", "松岗大道9号"],
  ["广东省", "东莞市", "", "长安镇振安中路233号"],
  ["北京市", "市辖区", "海淀区", "永丰路5号"],
  ["上海市", "市辖区", "嘉定区", "安亭镇墨玉路29号"],
  ["浙江省", "宁波市", "北仑区", "小港纬五路31号"],
  ["重庆市", "市辖区", "渝北区", "空港大道66号"],
];

/** Name, short name, contact, industry, what the tools are for. */
type Firm = readonly [
  name: string,
  shortName: string,
  contact: string,
  industry: string,
  usage: string,
];
const FIRMS: readonly Firm[] = [
  ["大连宏达机械制造有限公司", "宏达机械", "王建军", "机械制造", "铸铁箱体铣削"],
  ["沈阳北方重型机床有限公司", "北方机床", "李红梅", "机床", "床身导轨加工"],
  ["昆山精锐模具有限公司", "精锐模具", "张伟", "模具", "模具钢精铣"],
  ["无锡华兴轴承有限公司", "华兴轴承", "刘洋", "轴承", "轴承套圈车削"],
  ["济南泰山工程机械有限公司", "泰山工程", "陈静", "工程机械", "结构件钻孔"],
  ["青岛海川船用设备有限公司", "海川船舶", "杨帆", "船舶配套", "不锈钢法兰攻丝"],
  ["深圳鼎盛精密五金有限公司", "鼎盛五金", "黄磊", "五金", "铝合金壳体"],
  ["东莞长安宏图模具厂", "宏图模具", "周杰", "模具", "电极加工"],
  ["北京航启科技有限公司", "航启科技", "吴敏", "航空", "钛合金铣削"],
  ["上海嘉安汽车零部件有限公司", "嘉安汽配", "徐丽", "汽车零部件", "转向节加工"],
  ["宁波甬江液压有限公司", "甬江液压", "孙涛", "液压", "阀体铰孔"],
  ["重庆渝江压铸有限公司", "渝江压铸", "马超", "压铸", "缸盖攻丝"],
  ["大连重工起重配件厂", "重工配件", "朱峰", "起重机械", "卷筒加工"],
  ["沈阳飞云航空零件有限公司", "飞云航空", "胡斌", "航空", "高温合金"],
  ["昆山立信自动化设备有限公司", "立信自动化", "郭亮", "自动化", "铝板铣削"],
  ["无锡太湖泵业有限公司", "太湖泵业", "何军", "泵阀", "叶轮加工"],
  ["济南鲁能电力金具有限公司", "鲁能金具", "高翔", "电力金具", "钻孔攻丝"],
  ["青岛即墨纺机配件有限公司", "即墨纺机", "林芳", "纺织机械", "轴类车削"],
  ["深圳凯达医疗器械有限公司", "凯达医疗", "罗敏", "医疗器械", "不锈钢小孔"],
  ["东莞塘厦力恒电机有限公司", "力恒电机", "梁伟", "电机", "转子轴"],
  ["北京中科仪器仪表厂", "中科仪表", "宋佳", "仪器仪表", "精密小件"],
  ["上海浦江阀门有限公司", "浦江阀门", "唐勇", "阀门", "阀座镗孔"],
  ["宁波慈溪轴业有限公司", "慈溪轴业", "许强", "轴承", "内圈车削"],
  ["重庆长寿化机有限公司", "长寿化机", "韩梅", "化工机械", "管板钻孔"],
  ["大连金州刀具经销部", "金州刀具", "冯刚", "经销", "转售"],
  ["沈阳铁西五金机电商行", "铁西机电", "于洁", "经销", "转售"],
  ["昆山开发区利源刃具商行", "利源刃具", "董磊", "经销", "转售"],
  ["无锡惠山农机有限公司", "惠山农机", "萧雨", "农机", "齿轮箱体"],
  ["济南章丘锻造有限公司", "章丘锻造", "程亮", "锻造", "法兰车削"],
  ["青岛胶州锅炉辅机厂", "胶州锅炉", "曹阳", "锅炉", "管座加工"],
  ["深圳龙岗创新机器人有限公司", "创新机器人", "袁野", "机器人", "减速器壳体"],
  ["东莞虎门精雕有限公司", "虎门精雕", "邓超", "模具", "石墨电极"],
  ["北京顺义新能源装备有限公司", "顺义新能源", "傅明", "新能源", "电机壳体"],
  ["上海松江半导体设备有限公司", "松江半导体", "沈琳", "半导体设备", "腔体铣削"],
  ["宁波象山渔机有限公司", "象山渔机", "曾勇", "渔业机械", "绞盘加工"],
  ["重庆璧山摩托配件有限公司", "璧山摩配", "彭辉", "摩托车配件", "箱体攻丝"],
  ["大连旅顺机车配件有限公司", "旅顺机车", "吕文", "轨道交通", "车轴加工"],
  ["沈阳浑南喆垚精工有限公司", "喆垚精工", "苏喆", "精密加工", "非标件"],
  ["昆山周市镕基科技有限公司", "镕基科技", "卢镕", "精密加工", "薄壁件"],
  ["无锡锡山风电铸件有限公司", "锡山风电", "蒋平", "风电", "轮毂钻孔"],
];

/** Every tier and settlement mode is there. */
function termsOf(index: number): Pick<DemoCustomer, "mode" | "limit" | "yearsBefore"> {
  if (index < 8) return { mode: "QUARTERLY", limit: "50000.00", yearsBefore: 4 + (index % 5) };
  if (index < 20) return { mode: "MONTHLY", limit: "15000.00", yearsBefore: 1 };
  if (index < 23) return { mode: "MONTHLY", limit: "50000.00", yearsBefore: 5 };
  if (index < 26)
    return {
      mode: "ACCUMULATED",
      limit: index === 25 ? "15000.00" : "50000.00",
      yearsBefore: index === 25 ? 1 : 6,
    };
  if (index < 31) return { mode: "PREPAID", limit: "", yearsBefore: 2 };
  return { mode: "PREPAID", limit: "", yearsBefore: null };
}

function categoryOf(index: number): CustomerCategory {
  if (index < 4) return "KEY";
  if (index >= 24 && index < 27) return "DEALER";
  return index >= 31 ? "NEW" : "GENERAL";
}

export const CUSTOMERS: readonly DemoCustomer[] = FIRMS.map(
  ([name, shortName, contact, industry, usage], index) => {
    const [province, city, district, street] = PLACES[index % PLACES.length] ?? ["", "", "", ""];
    return {
      name,
      shortName,
      province,
      city,
      district,
      street,
      contact,
      mobile: `139${String(41000000 + index * 7919).slice(0, 8)}`,
      taxId: VALID_TAX_IDS[index] ?? "",
      industry,
      category: categoryOf(index),
      usage,
      ...termsOf(index),
      ownedBySales: index % 5 === 2,
    };
  },
);
