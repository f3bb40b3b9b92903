/** Couriers and the usual shapes of their waybill numbers (conventions 4.9); the shapes only warn. */
export const DEFAULT_COURIERS: readonly {
  code: string;
  name: string;
  waybillPattern: string;
  isOrdinaryExpress: boolean;
}[] = [
  {
    code: "SF",
    name: "顺丰速运",
    waybillPattern: "SF[A-Z0-9]{13}|\\d{12}",
    isOrdinaryExpress: false,
  },
  {
    code: "EMS",
    name: "邮政EMS",
    waybillPattern: "[A-Z]{2}\\d{9}[A-Z]{2}|(?:1|5[0-2]|9[5-79])\\d{11,12}",
    isOrdinaryExpress: false,
  },
  { code: "YZPY", name: "邮政快递包裹", waybillPattern: "[189]\\d{12}", isOrdinaryExpress: true },
  {
    code: "ZTO",
    name: "中通快递",
    waybillPattern: "7[3-68]\\d{12}|\\d{12}|\\d{15}",
    isOrdinaryExpress: true,
  },
  {
    code: "YTO",
    name: "圆通速递",
    waybillPattern: "YT\\d{13}|[A-Z]{2}\\d{8,13}",
    isOrdinaryExpress: true,
  },
  {
    code: "STO",
    name: "申通快递",
    waybillPattern: "(?:77|43)\\d{12,15}|\\d{12,13}",
    isOrdinaryExpress: true,
  },
  { code: "YD", name: "韵达快递", waybillPattern: "\\d{13}|\\d{15}", isOrdinaryExpress: true },
  { code: "JT", name: "极兔速递", waybillPattern: "JT\\d{12,13}", isOrdinaryExpress: true },
  { code: "JD", name: "京东物流", waybillPattern: "JD[A-Z0-9]{13}", isOrdinaryExpress: false },
  {
    code: "DBL",
    name: "德邦快递",
    waybillPattern: "DPK\\d{12}|\\d{8,10}",
    isOrdinaryExpress: false,
  },
  { code: "ANE", name: "安能物流", waybillPattern: "\\d{12}", isOrdinaryExpress: false },
  { code: "YMDD", name: "壹米滴答", waybillPattern: "\\d{12}", isOrdinaryExpress: false },
  { code: "OTHER", name: "其他货运", waybillPattern: "", isOrdinaryExpress: false },
];
