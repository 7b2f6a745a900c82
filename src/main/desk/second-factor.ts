/** Taking on a second factor: a secret is shown, and counts once a code proves that it has arrived. */
import { randomBytes } from 'node:crypto'
import type { Desk } from '../../api/desk.ts'
import { confirmTotp, findStaff, proposeTotp } from '../../store/staff.ts'
import type { Vault } from '../../store/vault.ts'
import { base32, stepOf, totpUrl } from '../staff/totp.ts'
import { audited } from './audit.ts'
import { type DeskParts, refuse } from './parts.ts'

/** As RFC 4226 asks for. */
const secretBytes = 20

export const secretPlace = (name: string): string => `staff/totp/${name}`

export const openSecret = (vault: Vault, name: string, sealed: Uint8Array): Uint8Array =>
  Buffer.from(vault.unsealHouse(sealed, secretPlace(name)), 'base64')

export function secondFactorDesk(
  parts: Pick<DeskParts, 'database' | 'vault' | 'clock'>,
): Pick<Desk, 'secondFactor'> {
  const { database, vault, clock } = parts
  const begin = async (name: string) => {
    const bytes = randomBytes(secretBytes)
    await database.transact([proposeTotp(name, vault.sealHouse(bytes.toString('base64'), secretPlace(name)))])
    const secret = base32(bytes)
    return { confirmed: false, secret, url: totpUrl(secret, name) }
  }
  return {
    async secondFactor({ code }, actor) {
      const { name } = actor
      if (code === undefined) return begin(name)
      const row = await findStaff(database, name)
      if (row === null || row.totpNextEnc === null)
        return refuse('wrong-state', 'none waits to be confirmed: begin without a code')
      const now = clock.now()
      const step = stepOf(openSecret(vault, name, row.totpNextEnc), code, { now, after: 0 })
      if (step === null)
        return refuse(
          'invalid-input',
          'it is not the code of now: is the clock of the telephone right?',
          'code',
        )
      await database.transact([
        confirmTotp(name, step),
        audited(actor, now, { action: 'second-factor.confirm', object: name }),
      ])
      return { confirmed: true, secret: null, url: null }
    },
  }
}
