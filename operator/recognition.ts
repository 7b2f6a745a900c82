/**
 * By what customers recognise what a message is about: its words, as anybody would read them. They know the names of what they
 * bought, and nothing of rules, templates and classes. Chinese and English alike.
 */
const names: Readonly<Record<string, RegExp>> = {
  'ring-back-tone': /彩铃|ring-back/i,
  'mobile-tv': /手机电视|mobile TV/i,
  'call-assistant': /来电助手|call assistant/i,
  messenger: /话费信使|balance messenger/i,
  weather: /天气预报|weather/i,
  'call-alert': /来电提醒|call alert/i,
  'phone-signature': /手机签名|phone signature/i,
  newspaper: /手机报|mobile news/i,
  'return-thanks': /感恩充值送|返还|返充|thank-you return|credit/i,
  'prepay-30': /预缴|得60元|pay 30/i,
  'contract-i9108': /I9108/i,
  'newspaper-year': /手机报|mobile news/i,
  'weather-1': /天气预报|weather/i,
  'changting-half-year': /畅听|月费减免|monthly fee/i,
  'broadband-100': /宽带|broadband/i,
  'spring-data': /春季流量|spring data/i,
}

export const nameOf = (id: string): RegExp => names[id] ?? new RegExp(id.replaceAll(/[^\w-]/g, ''), 'i')

export const words = {
  data: /流量|上网|GPRS|\bdata\b/i,
  /** That money runs short. */
  low: /余额|账单|欠费|透支|缴费|balance|bill|overdraft/i,
  stopped: /停机|呼限|不能拨打|暂停|suspended|paused/i,
  /** Done, not announced. */
  stoppedNow:
    /您暂时不能拨打|已停机|已呼限|已双向停机|: calls paused|: service suspended|is barred|is suspended both/i,
  /** That something is to be done about it. */
  warning: /停|不能|缴|付清|充值|信用额度|透支|pay|top up|overdraft/i,
  back: /恢复|复机|已开机|is back/i,
  paid: /充值|到账|缴费|top-up|payment|credit/i,
  abroad: /境外|漫游|您已到|抵达|欢迎来到|abroad|roaming|you are in|min/i,
  queried: /查询|looked up|queried|viewed/i,
  /** Another plan, ordered or in force; how much of its data is used is another matter. */
  planChange: /套餐(?!流量)[^。]*[换变改]|换为|生效|takes effect|in effect|your plan (?:changes|is now)/i,
  /** What a month has cost; a hint where charges can be looked up is none. */
  bill: /账单|话费|统一缴|\bbill\b|charges of/i,
  family: /亲情|家庭|family/i,
  payer: /付费|支付|代扣|账单寄|paid|pay|direct debit|address/i,
  net: /短号|虚拟网|short/i,
  order:
    /工单|申请|报修|投诉|安装|移机|维修|上门|处理|order|visit|request|repair|installation|move|complaint/i,
  opening: /套餐|开户|入网|plan|you are on/i,
  charges: /费用|已用|消费|charges|cost|used|spent/i,
  owner: /过户|机主|归您|owner|yours/i,
} as const

/** What only the trade understands (NF-07). */
export const tradeWords =
  /呼限|单停|双停|双向停机|单向停机|返充|托收|保底|补扣|GPRS|叠加|套外|流量门限|点播|受理|主叫|被叫|复机|网龄|次次日|虚拟网|详单|计费周期|\bbarr|\btariff|\bthreshold/i
/** What can be done about it, and how to leave. */
export const wayOut = /回复|发送|拨打|致电|营业厅|网站|手机银行|reply|text |call |website|shop|bank/i
export const cancelWay = /取消|退订|cancel|stop/i
export const figure = /\d/
export const price = /\d\s*元|免费|CNY|free/i
export const date = /\d+月\d+日|\d{4}年?\d*月?|\d+日|\b\d{1,2} [A-Z][a-z]{2}|次日|下月|本月|today|今天/
export const leftovers = /\{\{|\}\}|%[A-Z_]+%|\$[A-Z_]+|X{3,}|undefined|null|NaN/
export const usage =
  /使用|怎么|操作|设置|更换|每天早上|会听到|会用短信|how to|change it|callers|reach you|a text on/i
const balanceFigure = /余额为?(-?\d+(?:\.\d+)?)元|balance (?:is |of )?CNY (-?\d+(?:\.\d+)?)/i
const balanceMark = /余额不足(\d+(?:\.\d+)?)元|balance is below CNY (\d+(?:\.\d+)?)/i

const amountIn = (text: string, pattern: RegExp): number | null => {
  const found = pattern.exec(text)
  return found === null ? null : Number(found[1] ?? found[2])
}

/** The balance that a message names, in yuan; null for none. */
export const balanceIn = (text: string): number | null => amountIn(text, balanceFigure)

/** The amount below which it says that the balance lies, in yuan; null for none. */
export const markIn = (text: string): number | null => amountIn(text, balanceMark)
