/**
 * Kannel between the same two ends, where it is installed: messages by HTTP into its `smsbox`, by its `bearerbox` to the
 * centre of `sms-centre.ts`, and each receipt back by HTTP. It keeps messages in a file and decides nothing; the figure
 * says what a gateway alone does on this machine.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { installedKannel, type Kannel, kannelSettings, startKannel } from '../packages/smpp/src/net/kannel.ts'
import { type Measure, perSecond } from './clockwork.ts'
import { receiptAfterMs, withCentre } from './sms-centre.ts'
import { elapsed, host } from './smpp-far-side.ts'

const sendersCount = 50
const waitMaxMs = 120_000

/** None where it is not installed. */
export async function benchKannel(messages: number): Promise<readonly Measure[]> {
  const kannel = installedKannel(process.env['PATH'] ?? '')
  if (kannel === null) return []
  const rate = await withCentre(port => kannelRate(kannel, port, messages))
  const settings = `${kannelSettings.core}, ${kannelSettings.smsc}`.replaceAll('\n', ', ')
  return [
    {
      what: `Kannel 1.4, HTTP to receipt by HTTP (${settings}; receipts after ${receiptAfterMs} ms)`,
      figure: perSecond(rate),
      floor: '–',
      ratio: '–',
      target: '–',
    },
  ]
}

async function kannelRate(kannel: Kannel, port: number, messages: number): Promise<number> {
  const receipts = { count: 0 }
  const listening = createServer((_request, response) => {
    receipts.count += 1
    response.end()
  })
  await new Promise<void>(resolve => listening.listen(0, host, resolve))
  const url = `http://${host}:${(listening.address() as AddressInfo).port}/`
  const running = await startKannel(kannel, port)
  try {
    const fields = { to: '8613800000001', coding: '2', charset: 'UTF-8', 'dlr-mask': '3', 'dlr-url': url }
    const text = '【恰时移动】套餐流量已用80%，还剩20MB，可用至11月30日。'
    await running.send({ ...fields, text })
    while (receipts.count < 1) await sleep(5)
    const began = elapsed()
    let left = messages
    const sender = async (): Promise<void> => {
      while (left > 0) {
        left -= 1
        await running.send({ ...fields, text })
      }
    }
    await Promise.all(Array.from({ length: sendersCount }, sender))
    while (receipts.count <= messages) {
      if (elapsed() - began > waitMaxMs)
        throw new Error(`only ${receipts.count} receipts:\n${running.said().slice(-2_000)}`)
      await sleep(2)
    }
    return (messages * 1_000) / (elapsed() - began)
  } finally {
    await running.stop()
    listening.close()
  }
}
