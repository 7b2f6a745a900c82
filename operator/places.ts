/** Where travellers go, by mobile country code, and what a day of data costs them there. */
export const home = { mcc: '460', mnc: '00' } as const

/** Hong Kong and Macao. */
const nextDoor = new Set(['454', '455'])

export interface Place {
  readonly mcc: string
  /** Networks there: a phone wanders between them and registers anew each time. */
  readonly mncs: readonly string[]
  readonly dayPackYuan: number
  /** A land border with home, near which phones flap between both countries. */
  readonly isNextDoor: boolean
}

const place = (mcc: string, mncs: string, dayPackYuan: number): Place => ({
  mcc,
  mncs: mncs.split(' '),
  dayPackYuan,
  isNextDoor: nextDoor.has(mcc),
})

/** With their share of all journeys. */
export const places: readonly (readonly [Place, share: number])[] = [
  [place('454', '00 06 12', 30), 24],
  [place('455', '01 04', 30), 10],
  [place('466', '01 92', 30), 7],
  [place('520', '01 03 05', 30), 14],
  [place('440', '10 20', 60), 12],
  [place('450', '05 08', 30), 9],
  [place('525', '01 03', 30), 5],
  [place('502', '12 16', 60), 5],
  [place('310', '260 410', 90), 5],
  [place('505', '01 02', 30), 3],
  [place('234', '10 30', 30), 2],
  [place('262', '01 02', 30), 2],
  [place('208', '01 10', 60), 1],
  /** Italy: a place for which the public catalogue has no prices. */
  [place('222', '01 10', 90), 1],
]
