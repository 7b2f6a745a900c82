import { expect, test } from 'vitest'
import { codesIn, createWriting } from './writing.ts'

test('a code is what a message asks to be sent back', () => {
  const rows: [string, readonly string[]][] = [
    ['取消回复0000；有疑问请在1小时内回复8888，我们72小时内联系您。', ['0000', '8888']],
    ['查成员短号回复CXQQW，添加成员发送TJ对方号码到10086。', ['CXQQW']],
    ['不再接收回复 QXLLTX。', ['QXLLTX']],
    ['To confirm, reply 2651. Without a reply nothing is opened.', ['2651']],
    ['Not needed? Reply QX10; see you', ['QX10']],
    ['套餐流量已用80%，还剩100MB。', []],
    ['目前还不能用短信直接办理业务，急着办请拨打10086。', []],
  ]
  for (const [text, codes] of rows) expect(codesIn(text)).toEqual(codes)
})

const message = (n: number, text: string) => ({
  attempt: `acc-${n}/a#1`,
  number: '+8613800000001',
  at: 0,
  text,
})
const offer = '确认开通请回复1234；不回复就不开通，也不收费。'

test('the same seed and message bring the same reply, another seed others', () => {
  const all = (seed: string) =>
    Array.from({ length: 2_000 }, (_, n) => createWriting(seed)(message(n, offer)))
  expect(all('one')).toEqual(all('one'))
  expect(all('one')).not.toEqual(all('two'))
})

test('few write, most of them the code that was offered; within the hour', () => {
  const written = Array.from({ length: 5_000 }, (_, n) => createWriting('seed')(message(n, offer))).filter(
    reply => reply !== null,
  )
  expect(written.length).toBeGreaterThan(60)
  expect(written.length).toBeLessThan(400)
  const codes = written.filter(({ text }) => text.includes('1234'))
  expect(codes.length).toBeGreaterThan(written.length / 2)
  expect(codes.some(({ text }) => text !== '1234')).toBe(true)
  for (const { afterMs } of written) {
    expect(afterMs).toBeGreaterThan(0)
    expect(afterMs).toBeLessThan(3_600_000)
  }
})

test('without a code there are only words, in the language of the message', () => {
  const writing = createWriting('seed', { code: 1, words: 1 })
  expect(writing(message(1, '套餐流量已用80%。'))?.text).toMatch(/\p{Script=Han}/u)
  expect(writing(message(1, '80% of your data is used.'))?.text).toMatch(/^[ -~]+$/)
  expect(createWriting('seed', { code: 1, words: 0 })(message(1, '套餐流量已用80%。'))).toBeNull()
})
