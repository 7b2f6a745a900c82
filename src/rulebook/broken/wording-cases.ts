/** Messages that customers should not get. */
import type { BrokenCase } from './broken-case.ts'

export const wordingCases: readonly BrokenCase[] = [
  {
    name: 'a template in one language only',
    edits: [['wording/en/10-usage.yaml', null, 'templates: {}\n']],
    told: ['wording/zh-CN/10-usage.yaml:2:3 wording-missing'],
    hint: 'write it in wording/en/',
  },
  {
    name: 'a template that no rule sends',
    edits: [
      [
        'wording/zh-CN/08-balance.yaml',
        'templates:\n',
        "templates:\n  spare: { text: '余额9.80元，请充值。' }\n",
      ],
      [
        'wording/en/08-balance.yaml',
        'templates:\n',
        "templates:\n  spare: { text: 'Balance CNY 9.80. Please top up.' }\n",
      ],
    ],
    told: [
      'wording/en/08-balance.yaml:2:3 template-unused',
      'wording/zh-CN/08-balance.yaml:2:3 template-unused',
    ],
    hint: 'name it in a rule, or delete it',
  },
  {
    name: 'an output that is not closed',
    edits: [['wording/zh-CN/10-usage.yaml', '{{ code.dataBooster }}', '{{ code.dataBooster']],
    told: ['wording/zh-CN/10-usage.yaml:5:11 template-syntax'],
    hint: 'see that every {{, {% and quote is closed',
  },
  {
    name: 'a filter that is not there',
    edits: [['wording/en/08-balance.yaml', '| date_time', '| datetime']],
    told: ['wording/en/08-balance.yaml:3:65 template-syntax'],
    hint: 'the filters are money, money_short, bytes, minutes, count, p',
  },
  {
    name: 'a fact that the trigger does not have',
    edits: [['wording/zh-CN/08-balance.yaml', 'account.balanceMicroYuan', 'account.balance']],
    told: ['wording/zh-CN/08-balance.yaml:3:16 variable-unknown'],
    hint: 'did you mean "account.balanceAsOf"?',
  },
  {
    name: 'a code that is not in codes.yaml',
    edits: [['wording/zh-CN/10-usage.yaml', 'code.dataBooster', 'code.dataBoster']],
    told: ['wording/zh-CN/10-usage.yaml:5:14 code-unknown'],
    hint: 'did you mean "dataBooster"?',
  },
  {
    name: 'one code, two meanings',
    edits: [['codes.yaml', "'2651', to: reply", "'11', to: '10086'"]],
    told: ['codes.yaml:3:25 code-twice'],
    hint: 'the other one: codes.yaml:2',
  },
  {
    name: 'two languages that do not tell the same',
    edits: [
      ['wording/en/10-usage.yaml', 'for use until {{ bucket.periodEnd | date }}', 'for use until 30 Nov'],
    ],
    told: ['wording/zh-CN/10-usage.yaml:2:3 wording.pair-variables'],
    hint: 'tell it in en too, or in neither',
  },
  {
    name: 'jargon',
    edits: [['wording/zh-CN/10-usage.yaml', '加购回复', '叠加回复']],
    told: ['wording/zh-CN/10-usage.yaml:5:7 wording.jargon'],
    hint: 'say: 加购流量包',
  },
  {
    name: 'money printed without its unit',
    edits: [['wording/en/08-balance.yaml', 'account.balanceMicroYuan | money', 'account.balanceMicroYuan']],
    told: ['wording/en/08-balance.yaml:3:20 wording.wrong-filter'],
    hint: 'print it with money or money_short',
  },
  {
    name: 'a fact that is often unknown, printed without asking',
    edits: [
      [
        'wording/en/08-balance.yaml',
        'Please top up.',
        'Valid until {{ account.validUntil | date }}. Please top up.',
      ],
      ['wording/zh-CN/08-balance.yaml', '请充值。', '号码可用至{{ account.validUntil | date }}，请充值。'],
    ],
    told: [
      'wording/en/08-balance.yaml:3:116 wording.unguarded-null',
      'wording/zh-CN/08-balance.yaml:3:98 wording.unguarded-null',
    ],
    hint: 'enclose it: {% if account.validUntil %}…{% endif %}',
  },
  {
    name: 'a notation of other systems, which would be sent as it stands',
    edits: [['wording/en/10-usage.yaml', 'For more', 'For %MONTH% more']],
    told: ['wording/en/10-usage.yaml:5:11 template-syntax'],
    hint: 'write a fact as {{ offer.name }}',
  },
  {
    name: 'a code typed into the text that nobody registered',
    edits: [
      ['wording/en/10-usage.yaml', 'reply {{ code.dataBooster }}', 'reply 9999'],
      ['wording/zh-CN/10-usage.yaml', '回复{{ code.dataBooster }}', '回复9999'],
    ],
    told: [
      'wording/en/10-usage.yaml:5:23 wording.unknown-code',
      'wording/zh-CN/10-usage.yaml:5:11 wording.unknown-code',
    ],
    hint: 'register it in codes.yaml, or write the one that is',
  },
  {
    name: 'half-width punctuation in Chinese',
    edits: [['wording/zh-CN/10-usage.yaml', '，可用至', ',可用至']],
    told: ['wording/zh-CN/10-usage.yaml:4:47 wording.half-width'],
    hint: 'write ，。；：！？（）',
  },
  {
    name: 'a missing element: what to do',
    edits: [
      ['wording/en/08-balance.yaml', ' To ask, text {{ code.balance }} to 10086.', ''],
      ['wording/zh-CN/08-balance.yaml', '查询发送{{ code.balance }}到10086。', ''],
    ],
    told: [
      'wording/en/08-balance.yaml:2:3 wording.missing-element',
      'wording/zh-CN/08-balance.yaml:2:3 wording.missing-element',
    ],
    hint: 'name one action with its code or link',
  },
  {
    name: 'a message that is too long',
    edits: [
      [
        'wording/en/10-usage.yaml',
        'For more,',
        'You have used a good part of the data of this month, and more can be had. You have used a good part of the data of this month, and more can be had. You have used a good part of the data of this month, and more can be had. You have used a good part of the data of this month, and more can be had. You have used a good part of the data of this month, and more can be had. You have used a good part of the data of this month, and more can be had. You have used a good part of the data of this month, and more can be had. You have used a good part of the data of this month, and more can be had. You have used a good part of the data of this month, and more can be had. You have used a good part of the data of this month, and more can be had. You have used a good part of the data of this month, and more can be had. You have used a good part of the data of this month, and more can be had. For more,',
      ],
    ],
    told: [
      'wording/en/10-usage.yaml:2:3 wording.too-many-parts',
      'wording/en/10-usage.yaml:2:3 wording.above-350',
    ],
    hint: 'at most 4 are allowed: shorten it, split it in two, or link ',
  },
]
