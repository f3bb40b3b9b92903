import type { ClauseKey } from "./clause-keys";

type DefaultClause = { title: string; text: string };

/**
 * Starting texts of the contract's clauses, in our own words; the first of each is the default. They are the
 * factory's own paper, so they are Chinese in either language of the screen. The factory edits them as it likes.
 */
export const DEFAULT_CLAUSES: Readonly<Record<ClauseKey, readonly DefaultClause[]>> = {
  qualityClause: [
    {
      title: "按标准或图纸",
      text: "产品按第一条所列规格型号、图号及双方确认的图纸制造，没有图纸的按现行国家标准或行业标准执行。自收货之日起十二个月内，属于制造质量的问题由供方负责修理、更换或退货；使用不当和正常磨损除外。",
    },
    {
      title: "按需方图纸（非标）",
      text: "产品按需方提供并经双方签字确认的图纸和技术要求制造。图纸变更应书面通知，由此引起的价格和交期变动另行确认。属于制造质量的问题由供方负责更换。",
    },
  ],
  deliveryPlaceClause: [
    {
      title: "送达需方",
      text: "供方按第一条约定的时间和数量，将货物交付至需方指定的收货地点，需方指定人员签收。",
    },
    { title: "供方仓库自提", text: "需方在供方成品库自提，双方当面点清数量并签字。" },
  ],
  transportClause: [
    { title: "快递，供方付费", text: "由供方委托快递公司发运至需方收货地址，运费由供方承担。" },
    {
      title: "物流，需方付费",
      text: "由供方代办物流公司发运至需方所在地，运费由需方承担，到付结算。",
    },
  ],
  lossClause: [{ title: "无", text: "无" }],
  packingClause: [
    {
      title: "供方标准包装",
      text: "按供方标准包装，能够满足正常运输中的防锈、防碰、防潮要求。包装物由供方提供，不另收费，不回收。",
    },
  ],
  inspectionClause: [
    {
      title: "按标准验收",
      text: "需方按第二条约定的标准或图纸验收。对数量、外观和质量有异议的，应在约定的异议期限内书面提出并保留实物；期满未提出的，视为验收合格。",
    },
  ],
  sparesClause: [{ title: "无", text: "无" }],
  settlementClause: [
    { title: "款到发货", text: "需方付清全部货款，供方确认款项到账后发货。" },
    { title: "月结", text: "供方于次月初按上月实际发货开具发票，需方在开票当月月底前付清。" },
    { title: "季结", text: "按季度对账结算，需方在约定的付款月份月底前付清上季度货款。" },
  ],
  guaranteeClause: [{ title: "无", text: "无" }],
  breachClause: [
    {
      title: "按民法典",
      text: "任何一方违反本合同的，按《中华人民共和国民法典》合同编的规定承担违约责任。",
    },
  ],
  disputeClause: [
    {
      title: "协商，供方所在地法院",
      text: "履行中发生争议，双方先行协商；协商不成的，向供方所在地人民法院起诉。",
    },
    {
      title: "协商，仲裁",
      text: "履行中发生争议，双方先行协商；协商不成的，提交供方所在地仲裁委员会仲裁。",
    },
  ],
  otherClause: [
    {
      title: "通用约定",
      text: "允许分批发货。传真件和扫描件与原件具有同等效力。本合同自双方签字盖章之日起生效，未尽事宜由双方书面补充。",
    },
  ],
};
