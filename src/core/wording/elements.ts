/**
 * What a message can tell, and how it is recognised: by a printed fact whose name and unit fit, by words in either language, or
 * by a registered code. A row is all there is to an element; no message has code of its own (NF-09). In the patterns ￼ stands
 * for a printed fact (skeleton.ts).
 */
import type { Locale } from './filter.ts'
import type { Unit } from './units.ts'

/** How to recognise one element. With both `names` and `units` a fact must fit both; `code` asks for a registered code. */
export type Element = {
  readonly label: string
  readonly hint: string
  readonly names?: RegExp
  readonly units?: readonly Unit[]
  readonly words?: Readonly<Record<Locale, RegExp>>
  readonly code?: true
}

const dates: readonly Unit[] = ['instant', 'day', 'month']

export const elements = {
  price: {
    label: 'the price',
    hint: 'print it with money or money_short, or say 免费 / free',
    names: /price|fee|charge|rent|cost|amount|spend|rate|per(MB|Minute|Message)/i,
    units: ['money'],
    words: { 'zh-CN': /\d元|免费|不(另)?收费/, en: /CNY \d|\bfree\b|\bno (extra )?charge\b/i },
  },
  effectiveDate: {
    label: 'from when',
    hint: 'print the date from which it holds (从……起); 立即 or "at once" is no date',
    names: /start|from|effective|since|begin|charged|cancelled|lastDay|ends?(At|On)?$/i,
    units: dates,
    words: {
      'zh-CN': /(今天|今日|即日|本月|下月|\d日)[^，。；]{0,2}起/,
      en: /\bfrom (today|now|this month|next month|the 1st|the end of (this|the) month)\b|\b(starts?|ends?) today\b/i,
    },
  },
  cancelWay: {
    label: 'how to cancel',
    hint: 'name the code and say what it does: 取消回复2120 / to cancel, reply 2120',
    words: {
      'zh-CN':
        /(取消|退订)[^。；]{0,20}(回复|发送|发|拨打|致电|登录|￼)|(回复|发送|发|拨打|致电|登录)[^。；]{0,20}(取消|退订)/,
      en: /\b(cancel|stop|leave|unsubscribe)\b[^.;]{0,40}\b(reply|text|send|call|visit)\b|\b(reply|text|send|call|visit)\b[^.;]{0,40}\b(cancel|stop|leave|unsubscribe)\b/i,
    },
  },
  confirmWay: {
    label: 'how to confirm',
    hint: 'say what to reply to go on: 回复Y确认 / reply Y to confirm',
    words: {
      'zh-CN': /(回复|发送)[^。；]{0,12}(确认|开通|办理|同意)|(确认|开通|办理|同意)[^。；]{0,12}(回复|发送)/,
      en: /\b(reply|text|send)\b[^.;]{0,30}\b(confirm|order|agree|go on|continue)\b|\b(confirm|order|agree|go on|continue)\b[^.;]{0,30}\b(reply|text|send)\b/i,
    },
  },
  endDate: {
    label: 'the end date',
    hint: 'print the date until which it holds',
    names: /end|expir|until|validTo|lastDay|lastMonth|payBy|due/i,
    units: dates,
    words: { 'zh-CN': /\d月(\d+日)?(到期|结束|止)|(至|到)\d+月/, en: /\b(until|ends? on|expires? on) \d/i },
  },
  priceAfter: {
    label: 'the price afterwards',
    hint: 'say what it costs from then on, or that it simply ends',
    names:
      /(after|new|next|then|standard|normal|regular|renewal)\w*(price|fee|charge|rent)|(price|fee|charge|rent)\w*(after|then)/i,
    units: ['money'],
    words: {
      'zh-CN': /之后|到期后|结束后|届时|期满后|(次|下)月起|恢复(为|原价)/,
      en: /\b(after that|afterwards|thereafter|from then|then|after it ends)\b/i,
    },
  },
  monthsLeft: {
    label: 'how many months are left',
    hint: 'print the months left, or say that this is the last one (TP5-12)',
    names: /(months?|periods?)\w*(left|remaining|togo)|(left|remaining)\w*(months?|periods?)/i,
    words: {
      'zh-CN': /(还|剩)[^，。；]{0,8}(个月|期|次)|最后一(个月|期|次)/,
      en: /\b(months?|instal?lments?) (left|to go|remain)|\blast (one|month|instal?lment)\b/i,
    },
  },
  forReference: {
    label: 'that real-time figures are for reference',
    hint: 'end with 仅供参考 / for reference only (NF-27)',
    words: { 'zh-CN': /仅供参考/, en: /\bfor reference\b/i },
  },
  nextStep: {
    label: 'how to ask or what to do',
    hint: 'name one action with its code or link',
    units: ['link', 'code'],
    words: {
      'zh-CN': /回复|发送|拨打|致电|登录|查询|查看|打开|点击|https?:/,
      en: /\b(reply|text|send|call|visit|open|see|check|dial)\b|https?:/i,
    },
  },
  figureTime: {
    label: 'the time of the figure',
    hint: 'print when it was true: 截至11月29日15:04 / as of 15:04 on 29 Nov',
    names: /asOf|measured|checked|figure|^at$|\.at$|time|(updated|computed)At/i,
    units: ['instant', 'day'],
    words: { 'zh-CN': /截至[^，。；]{0,4}￼/, en: /\bas (of|at) ￼/i },
  },
  whatWorks: {
    label: 'what still works and what does not',
    hint: 'say for example 暂时不能拨打电话，仍可接听 / outgoing calls paused, you can still be called',
    words: {
      'zh-CN': /(仍|还|依然)(可|能)|不能(拨打|接听|上网|使用)|已停机|已恢复/,
      en: /\bcan (still )?be called\b|\bcan(not|'t)\b|\bstill (work|receive|call)|\bpaused\b|\bsuspended\b|\b(is|are) back\b/i,
    },
  },
  payWay: {
    label: 'how to pay',
    hint: 'say how to top up or pay',
    words: { 'zh-CN': /充值|缴费|交费|付款|付费|付清|还款/, en: /\btop(ping)?[ -]?up\b|\bpay(ment)?\b/i },
  },
  when: { label: 'when', hint: 'print day and time', units: ['instant', 'day'] },
  channel: {
    label: 'through which channel',
    hint: 'print the channel or name it',
    names: /channel|via|system|site|app/i,
    words: {
      'zh-CN': /短信|网站|网上营业厅|掌上营业厅|营业厅|热线|客户端|APP/i,
      en: /\b(website|app|hotline|shop|store|SMS|text message)\b/i,
    },
  },
  queryKind: {
    label: 'what was asked for',
    hint: 'name the kind of record',
    names: /kind|item|what|record|subject/i,
    words: { 'zh-CN': /明细|位置|账单|密码|证件|资料/, en: /\b(records?|location|bill|password|details)\b/i },
  },
  question: {
    label: 'a question',
    hint: 'ask one question',
    words: { 'zh-CN': /？|是否|请(您)?(评价|打分)/, en: /\?|\bplease rate\b/i },
  },
  scale: {
    label: 'the scale of answers',
    hint: 'say what the numbers mean: 回复1至10 / reply 1 to 10',
    words: {
      'zh-CN': /\d\s*(至|到|-|~|～|—)\s*\d+|\d+\s*(分|[:：]?(非常|很|不|一般|满意))/,
      en: /\b\d+\s*(to|-|–)\s*\d+\b|\b\d+\s*(=|for|if)\s/i,
    },
  },
  knownCode: { label: 'a code', hint: 'name at least one registered code', units: ['code'], code: true },
  secret: { label: 'the code itself', hint: 'print the fact that holds the code', units: ['code'] },
  validity: {
    label: 'how long it is valid',
    hint: 'say for example 10分钟内有效 / valid for 10 minutes',
    words: { 'zh-CN': /有效|内使用|内填写/, en: /\b(valid|expires?|within)\b/i },
  },
  amount: { label: 'the amount', hint: 'print it with money', units: ['money'] },
  quantity: { label: 'how many', hint: 'print it with count', units: ['count'] },
} as const satisfies Readonly<Record<string, Element>>

export type ElementId = keyof typeof elements
