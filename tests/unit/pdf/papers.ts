import type { ContractPaperLine } from "@/lib/contracts/contract-paper";
import type { FormalContractPaper } from "@/lib/contracts/formal-contract-pdf";
import type { VerbalOrderPaper } from "@/lib/contracts/verbal-order-pdf";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { lineAmount, UnitPrice } from "@/lib/core/unit-price";
import type { PaperFrame, PaperSignature } from "@/lib/pdf/paper-frame";
import type { NoticePaper, NoticePaperLine } from "@/lib/shipping/notice-pdf";
import type { PackingListPaper, PackingPaperLine } from "@/lib/shipping/packing-list-pdf";
import type { ReceiptConfirmationPaper } from "@/lib/shipping/receipt-confirmation-pdf";
import type { SlipPaper, SlipPaperLine } from "@/lib/shipping/slip-paper";
import type { WaybillPaper } from "@/lib/shipping/waybill-pdf";

/** Papers with the long names and rare characters that real ones have; `count` is the number of rows. */

const GOODS = [
  { productName: "硬质合金立铣刀", spec: "φ10×22×72-4F", drawingNo: "", unit: "支", price: "86.5" },
  { productName: "直柄麻花钻", spec: "φ8.5", drawingNo: "", unit: "支", price: "12.35" },
  { productName: "可转位刀片", spec: "CNMG120408-PM", drawingNo: "", unit: "支", price: "27.8" },
  {
    productName: "非标成形镗刀（欧阳堃项目专用，加长柄、内冷）",
    spec: "φ52.3H7×185 刀夹式，前角 6°，修光刃 1.2 mm",
    drawingNo: "DL-2026-118 C版",
    unit: "支",
    price: "1280",
  },
  { productName: "机用丝锥", spec: "M10×1.5 6H", drawingNo: "", unit: "支", price: "33.3333" },
] as const;

const goodsAt = (index: number) => GOODS[index % GOODS.length] ?? GOODS[0];

const signatureOf = (name: string, onBehalfOfName: string | null = null): PaperSignature => ({
  name,
  onBehalfOfName,
  decision: "AGREE",
  comment: "",
  signedAt: new Date("2026-11-23T02:05:00Z"),
});

export const frameOf = (number: string | null, mark: PaperFrame["mark"] = null): PaperFrame => ({
  company: {
    name: "滨海精工刀具制造有限公司",
    address: "辽宁省大连市甘井子区营城子工业园区营辉路 88 号",
    phone: "0411-86701234",
    fax: "0411-86701235",
  },
  systemNumber: "0199c0de-1234-7abc-8def-001122334455",
  number,
  mark,
  printedAt: new Date("2026-11-23T06:31:00Z"),
  printedByName: "王敏",
  printCount: 2,
});

const CONSIGNEE = {
  company: "沈阳北方透平机械集团齿轮压缩机有限公司",
  contactPerson: "欧阳䶮",
  phone: "13840012345",
  address: "辽宁省沈阳市经济技术开发区开发大路 16 号甲 三号厂房二层刀具库（周一至周五收货）",
  postalCode: "110142",
};

export function contractLines(count: number): ContractPaperLine[] {
  return Array.from({ length: count }, (_, index) => {
    const { price, ...goods } = goodsAt(index);
    const quantity = ((index % 9) * 10 + 5).toFixed(0);
    return {
      lineNo: index + 1,
      isCharge: false,
      ...goods,
      material: index % 4 === 3 ? "硬质合金 K30" : "硬质合金",
      coating: index % 2 ? "TiAlN" : "",
      accuracyGrade: "",
      brand: "滨工牌",
      manufacturer: index % 5 === 0 ? "本厂" : "",
      quantity,
      packs: index === 2 ? { quantity: "2.5", unit: "盒" } : null,
      unitPrice: price,
      netUnitPrice: index === 1 ? "10.9292" : null,
      amount: lineAmount(Quantity.of(quantity), UnitPrice.of(price)).toString(),
      deliveryOn: "2026-12-15",
      qtyFromStock: index % 3 === 1 ? "5" : quantity,
      qtyToProduce: index % 3 === 1 ? "10" : "0",
      remark: index === 3 ? "随附检验报告" : "",
    };
  });
}

function freightLine(lineNo: number, amount: string): ContractPaperLine {
  return {
    lineNo,
    isCharge: true,
    productName: "运费",
    spec: "",
    drawingNo: "",
    material: "",
    coating: "",
    accuracyGrade: "",
    brand: "",
    manufacturer: "",
    unit: "",
    quantity: "0",
    packs: null,
    unitPrice: "0",
    netUnitPrice: null,
    amount,
    deliveryOn: null,
    qtyFromStock: "0",
    qtyToProduce: "0",
    remark: "",
  };
}

const totalOf = (lines: readonly { amount: string }[]) =>
  Money.sum(lines.map((line) => Money.of(line.amount))).toString();

export function verbalOrderPaper(count: number, change: Partial<VerbalOrderPaper> = {}) {
  const lines = [...contractLines(count), freightLine(count + 1, "120.00")];
  const paper: VerbalOrderPaper = {
    frame: frameOf("DH2026-0031"),
    contractNo: "LG2026-018",
    revision: 1,
    orderedAt: new Date("2026-11-23T01:12:00Z"),
    channel: "电话",
    customerName: CONSIGNEE.company,
    ordererName: "慕容喆",
    ordererTitle: "采购主管",
    ordererPhone: "13840012345",
    customerPoNo: "PO-2026-7781",
    lines,
    totalAmount: totalOf(lines),
    taxRate: "0.13",
    invoiceType: "增值税专用发票",
    technicalRequirement: "按产品标准；镗刀按图 DL-2026-118 C版，刃口不得有崩缺。",
    packingRequirement: "",
    deliveryMethod: "快递",
    freightPayer: "需方承担",
    consignee: CONSIGNEE,
    paymentTerm: "月结（30 天）",
    readBack: { name: "慕容喆", at: new Date("2026-11-23T01:20:00Z") },
    verbalReason: "往来多次客户",
    remark: "",
    preparedBy: signatureOf("王敏"),
    checkedBy: signatureOf("赵立新", "孙国强"),
    approvedBy: null,
    ...change,
  };
  return paper;
}

export function formalContractPaper(count: number, change: Partial<FormalContractPaper> = {}) {
  const lines = [...contractLines(count), freightLine(count + 1, "-50.00")];
  const party = {
    address: "辽宁省大连市甘井子区营城子工业园区营辉路 88 号",
    legalRep: "孙国强",
    agent: "王敏",
    phone: "0411-86701234",
    fax: "0411-86701235",
    taxId: "91210200MA0DEM021D",
    bankName: "中国工商银行股份有限公司大连甘井子支行",
    bankAccountNo: "3400 2012 0900 1234 567",
    postalCode: "116036",
  };
  const paper: FormalContractPaper = {
    frame: frameOf("LG2026-018"),
    revision: 1,
    contractClass: "A",
    supplier: { name: "滨海精工刀具制造有限公司", ...party },
    buyer: { name: CONSIGNEE.company, ...party, legalRep: "刘镕", fax: "" },
    signPlace: "辽宁省大连市",
    signOn: "2026-11-23",
    validFrom: "2026-11-23",
    validTo: "2027-11-22",
    lines,
    totalAmount: totalOf(lines),
    netTotal: "10000.00",
    taxTotal: "1300.00",
    taxRate: "0.13",
    invoiceType: "增值税专用发票",
    clauses: {
      qualityClause:
        "按 GB/T 6117.1—2010 及双方确认的图纸执行；质保期 12 个月，自需方验收合格之日起计算。质保期内因产品质量造成的问题由供方负责包修、包换、包退。",
      deliveryPlaceClause: "供方成品库交货，快递至需方指定地点。",
      transportClause: "快递，运费由需方承担。",
      lossClause: "",
      packingClause: "塑料盒单支包装，外用纸箱，包装物不回收。",
      inspectionClause: "按本合同第二条验收，需方应在收货后 15 日内提出书面异议，逾期视为合格。",
      settlementClause: "合同生效后预付 30%，余款发货前付清，电汇。",
      breachClause: "按《中华人民共和国民法典》合同编的有关规定执行。",
      disputeClause: "双方协商解决；协商不成的，向供方所在地人民法院起诉。",
      otherClause: "允许分批发货；供方开具 13% 增值税专用发票；传真件、扫描件与原件具有同等效力。",
    },
    instalments: [
      { name: "预付款", percent: "30", amount: "3390.00", due: "合同生效后支付" },
      { name: "发货前余款", percent: "70", amount: "7910.00", due: "发货前付清" },
    ],
    originalCount: 2,
    preparedBy: signatureOf("王敏"),
    checkedBy: signatureOf("赵立新"),
    approvedBy: signatureOf("孙国强"),
    ...change,
  };
  return paper;
}

export function noticePaper(count: number, change: Partial<NoticePaper> = {}): NoticePaper {
  const lines: NoticePaperLine[] = contractLines(count).map((line) => ({
    ...line,
    contractQty: line.quantity,
    shippedBefore: "0",
  }));
  return {
    frame: frameOf("FH2026-0012"),
    noticeOn: "2026-11-23",
    contractNo: "LG2026-018",
    contractClass: "A",
    customerName: CONSIGNEE.company,
    requiredShipOn: "2026-11-25",
    contractDueOn: "2026-11-24",
    consignee: CONSIGNEE,
    lines,
    totalAmount: totalOf(lines),
    showsPrices: true,
    deliveryMethod: "快递",
    courier: "中通快递",
    freightPayer: "需方承担",
    freightSettlement: "到付",
    packingRequirement: "塑料盒单支包装，外用纸箱",
    enclosedDocs: [
      { text: "合格证", isTicked: true },
      { text: "检验报告", isTicked: true },
      { text: "发票", isTicked: false },
      { text: "装箱单", isTicked: true },
      { text: "样本", isTicked: false },
    ],
    isPartial: true,
    invoiceWithGoods: false,
    paymentTerm: "款到发货",
    fundsStatus: "已到款",
    fundsConfirmedOn: "2026-11-22",
    deviations: ["要求发货日期晚于合同交货期：客户要求与下一批同时到货。"],
    remark: "",
    issuedByName: "王敏",
    issuedAt: new Date("2026-11-23T02:40:00Z"),
    acknowledgedByName: null,
    acknowledgedAt: null,
    ...change,
  };
}

export function slipPaper(count: number, change: Partial<SlipPaper> = {}): SlipPaper {
  const lines: SlipPaperLine[] = [...contractLines(count), freightLine(count + 1, "120.00")].map(
    (line) => ({
      ...line,
      requestedQty: line.quantity,
      issuedQty: line.isCharge ? null : line.quantity,
      binCode: line.isCharge ? "" : "A-03-2",
      batchNo: line.isCharge ? "" : "20261101",
    }),
  );
  return {
    frame: frameOf("CK2026-0001"),
    slipOn: "2026-11-23",
    outboundType: "销售出库",
    noticeNo: "FH2026-0012",
    contractNo: "LG2026-018",
    customerName: CONSIGNEE.company,
    consigneeCompany: CONSIGNEE.company,
    warehouse: "成品库",
    lines,
    totalAmount: totalOf(lines),
    paymentTerm: "月结（30 天）",
    tier: "一年以上、三年以下",
    tenureText: "2 年 3 个月",
    credit: {
      exposureBefore: "12300.00",
      thisAmount: totalOf(lines),
      exposureAfter: "18400.00",
      limit: "15000.00",
      overdueAmount: "3400.00",
      oldestDueOn: "2026-10-31",
      violations: ["欠款超过限额 3,400.00 元", "有逾期未付货款"],
      approvedExposure: "18400.00",
    },
    exceptionReason:
      "客户生产线因缺刀停机，承诺本月 28 日前付清逾期货款，部长已与其财务总监电话确认。",
    shortReason: "",
    showsPrices: true,
    keeperSeesPrices: false,
    redOf: null,
    preparedByName: "王敏",
    preparedAt: new Date("2026-11-23T03:00:00Z"),
    deptHead: signatureOf("赵立新"),
    director: { ...signatureOf("孙国强"), comment: "同意，限本次" },
    directorIsNeeded: true,
    issuedByName: "马喆",
    issuedAt: new Date("2026-11-23T05:00:00Z"),
    receiver: null,
    remark: "",
    ...change,
  };
}

/** The slip that takes the first one back: every figure negative. */
export function redSlipPaper(count: number): SlipPaper {
  const paper = slipPaper(count);
  const minus = (text: string) => (text === "0" ? "0" : `-${text}`);
  const lines = paper.lines.map((line) => ({
    ...line,
    requestedQty: minus(line.requestedQty),
    issuedQty: line.issuedQty && minus(line.issuedQty),
    amount: minus(line.amount),
  }));
  return {
    ...paper,
    frame: frameOf("CK2026-0002"),
    lines,
    totalAmount: totalOf(lines),
    credit: null,
    exceptionReason: "",
    redOf: { number: "CK2026-0001", reason: "规格装错，交运前发现" },
    director: null,
    directorIsNeeded: false,
  };
}

export function packingListPaper(count: number, change: Partial<PackingListPaper> = {}) {
  const lines: PackingPaperLine[] = contractLines(count).map((line, index) => ({
    ...line,
    contractQty: line.quantity,
    packedQty: line.quantity,
    boxNo: (index % 2) + 1,
    isChecked: index !== 1,
  }));
  const box = { packageType: "纸箱", lengthCm: 40, widthCm: 30, heightCm: 25 };
  const paper: PackingListPaper = {
    frame: frameOf("ZX2026-0007"),
    packedOn: "2026-11-23",
    contractNo: "LG2026-018",
    slipNo: "CK2026-0001",
    noticeNo: "FH2026-0012",
    customerName: CONSIGNEE.company,
    consignee: CONSIGNEE,
    boxes: [
      { boxNo: 1, ...box, netWeightKg: "8.25", grossWeightKg: "9" },
      { boxNo: 2, ...box, lengthCm: null, netWeightKg: null, grossWeightKg: "4.5" },
    ],
    lines,
    enclosedDocs: [
      { text: "合格证", isTicked: true },
      { text: "检验单", isTicked: true },
      { text: "说明书", isTicked: false },
      { text: "样本", isTicked: false },
      { text: "发票", isTicked: false },
    ],
    checkedAgainstContract: true,
    packedByName: "马喆",
    checkedByName: "王敏",
    boxedAt: new Date("2026-11-23T06:00:00Z"),
    remark: "",
    ...change,
  };
  return paper;
}

export function waybillPaper(change: Partial<WaybillPaper> = {}): WaybillPaper {
  return {
    frame: frameOf("YD2026-0005"),
    courier: "中通快递",
    waybillNo: "75312345678901",
    senderName: "王敏",
    recipient: CONSIGNEE,
    contents: "刀具",
    pieces: 2,
    weightKg: "13.5",
    serviceLevel: "标准快递",
    freightSettlement: "到付",
    freightAmount: null,
    insuredValue: "6000.00",
    packingListNos: ["ZX2026-0007", "ZX2026-0008"],
    contractNos: ["LG2026-018"],
    courierContact: "刘师傅 13900001111",
    notifiedByName: "王敏",
    notifiedAt: new Date("2026-11-23T06:10:00Z"),
    handedOverByName: "马喆",
    handedOverAt: new Date("2026-11-23T08:30:00Z"),
    pickedUpBy: "刘师傅",
    signedByName: "",
    signedAt: null,
    exception: "",
    remark: "",
    ...change,
  };
}

export function receiptConfirmationPaper(): ReceiptConfirmationPaper {
  const contact = {
    channel: "电话",
    contactName: "欧阳䶮",
    contactPhone: "13840012345",
    recordedByName: "王敏",
  };
  return {
    frame: frameOf("CK2026-0001"),
    customerName: CONSIGNEE.company,
    contractNo: "LG2026-018",
    slipNo: "CK2026-0001",
    packingListNo: "ZX2026-0007",
    shippedOn: "2026-11-23",
    deliveryMethod: "快递",
    carrier: "中通快递",
    waybillNo: "75312345678901",
    lines: [
      { productName: "硬质合金立铣刀", spec: "φ10×22×72-4F", unit: "支", issuedQty: "20.000" },
      { productName: "麻花钻", spec: "φ8.5×75×117", unit: "支", issuedQty: "5.000" },
    ],
    contacts: [
      {
        ...contact,
        contactedAt: new Date("2026-11-26T01:30:00Z"),
        result: "无人接听",
        receivedOn: null,
        receivedByName: "",
        problem: "",
        action: "",
        recordedAt: new Date("2026-11-26T01:31:00Z"),
      },
      {
        ...contact,
        contactedAt: new Date("2026-11-27T02:00:00Z"),
        result: "已收到，有问题",
        receivedOn: "2026-11-26",
        receivedByName: "库房 张师傅",
        problem: "外箱一角压扁，φ8.5 麻花钻少 1 支。",
        action: "补发 1 支，随下一批发出。",
        recordedAt: new Date("2026-11-27T02:04:00Z"),
      },
    ],
  };
}
