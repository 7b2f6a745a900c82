import { describe, expect, it } from 'vitest'
import { isRegistered, mentionsOf } from './code-mentions.ts'

describe('codes in a text', () => {
  it.for([
    ['zh-CN', '如需加购流量包，请回复2651。', ['2651']],
    ['zh-CN', '发送11到10086查询余额', ['11']],
    ['zh-CN', '发11到10086，已发5条', ['11']],
    ['zh-CN', '取消回复QXCL；请在1小时内回复5060，72小时内联系您', ['QXCL', '5060']],
    ['zh-CN', '请发送“KTYJB”到10086', ['KTYJB']],
    ['zh-CN', '编辑短信CXXJ发送到10086', ['CXXJ']],
    ['zh-CN', '回复2120或3440、5060', ['2120', '3440', '5060']],
    ['zh-CN', '发送2502#￼到10086', ['2502#']],
    ['zh-CN', '发送100条短信，回复1小时内有效', []],
    ['zh-CN', '请回复￼', []],
    ['zh-CN', '拨打10086', []],
    ['en', 'To see charges, text 11 to 10086.', ['11']],
    ['en', 'Reply 2651 or KTJRB to add data', ['2651', 'KTJRB']],
    ['en', 'reply with Y to confirm', ['Y']],
    ['en', 'Send KTZD to 10658139', ['KTZD']],
    ['en', 'text us, send it, reply soon', []],
    ['en', 'dial *139*86￼#', []],
  ] as const)('in %s "%s" asks to send %o (CO-52)', ([locale, text, codes]) => {
    const mentions = mentionsOf(text, locale)
    expect(mentions.map(({ code }) => code)).toEqual(codes)
    expect(mentions.every(({ code, index }) => text.startsWith(code, index))).toBe(true)
  })
})

describe('the registry of codes', () => {
  const codes = ['11', 'KTGJGPRS1', '2502#<number>', '*139*86<number>#']
  it.for([
    ['11', true],
    ['1', false],
    ['ktgjgprs1', true],
    ['2502#', true],
    ['2502#13812341234', true],
    ['2502', false],
    ['*139*86<number>#', true],
    ['*139*87<number>#', false],
  ] as const)('%s registered: %s (CO-52)', ([code, answer]) => {
    expect(isRegistered(code, codes)).toBe(answer)
  })
})
