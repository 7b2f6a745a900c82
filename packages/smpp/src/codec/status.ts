/**
 * What a command_status means (§5.1.3), and what a sender should make of it:
 *
 * - `throttled`: the same message may be tried again, after a pause in which nothing is sent;
 * - `passing`: a trouble of the other side that may be over at the next try;
 * - `session`: said about the session, not about the message;
 * - `permanent`: this message will never be taken as it is.
 */
export type StatusKind = 'ok' | 'throttled' | 'passing' | 'session' | 'permanent'

export interface Status {
  readonly code: number
  readonly name: string
  readonly meaning: string
  readonly kind: StatusKind
}

const rows: readonly (readonly [number, string, string, StatusKind])[] = [
  [0x00, 'ROK', 'no error', 'ok'],
  [0x01, 'RINVMSGLEN', 'message length is invalid', 'permanent'],
  [0x02, 'RINVCMDLEN', 'command length is invalid', 'permanent'],
  [0x03, 'RINVCMDID', 'invalid command id', 'permanent'],
  [0x04, 'RINVBNDSTS', 'wrong bind status for this command', 'session'],
  [0x05, 'RALYBND', 'already in bound state', 'session'],
  [0x06, 'RINVPRTFLG', 'invalid priority flag', 'permanent'],
  [0x07, 'RINVREGDLVFLG', 'invalid registered delivery flag', 'permanent'],
  [0x08, 'RSYSERR', 'system error', 'passing'],
  [0x0a, 'RINVSRCADR', 'invalid source address', 'permanent'],
  [0x0b, 'RINVDSTADR', 'invalid destination address', 'permanent'],
  [0x0c, 'RINVMSGID', 'invalid message id', 'permanent'],
  [0x0d, 'RBINDFAIL', 'bind failed', 'session'],
  [0x0e, 'RINVPASWD', 'invalid password', 'session'],
  [0x0f, 'RINVSYSID', 'invalid system id', 'session'],
  [0x11, 'RCANCELFAIL', 'cancel_sm failed', 'permanent'],
  [0x13, 'RREPLACEFAIL', 'replace_sm failed', 'permanent'],
  [0x14, 'RMSGQFUL', 'message queue full', 'throttled'],
  [0x15, 'RINVSERTYP', 'invalid service type', 'permanent'],
  [0x33, 'RINVNUMDESTS', 'invalid number of destinations', 'permanent'],
  [0x34, 'RINVDLNAME', 'invalid distribution list name', 'permanent'],
  [0x40, 'RINVDESTFLAG', 'destination flag is invalid', 'permanent'],
  [0x42, 'RINVSUBREP', 'submit with replace is not supported here', 'permanent'],
  [0x43, 'RINVESMCLASS', 'invalid esm_class', 'permanent'],
  [0x44, 'RCNTSUBDL', 'cannot submit to distribution list', 'permanent'],
  [0x45, 'RSUBMITFAIL', 'submit_sm or submit_multi failed', 'permanent'],
  [0x48, 'RINVSRCTON', 'invalid source type of number', 'permanent'],
  [0x49, 'RINVSRCNPI', 'invalid source numbering plan', 'permanent'],
  [0x50, 'RINVDSTTON', 'invalid destination type of number', 'permanent'],
  [0x51, 'RINVDSTNPI', 'invalid destination numbering plan', 'permanent'],
  [0x53, 'RINVSYSTYP', 'invalid system type', 'session'],
  [0x54, 'RINVREPFLAG', 'invalid replace_if_present flag', 'permanent'],
  [0x55, 'RINVNUMMSGS', 'invalid number of messages', 'permanent'],
  [0x58, 'RTHROTTLED', 'throttled: allowed message rate exceeded', 'throttled'],
  [0x61, 'RINVSCHED', 'invalid scheduled delivery time', 'permanent'],
  [0x62, 'RINVEXPIRY', 'invalid validity period', 'permanent'],
  [0x63, 'RINVDFTMSGID', 'predefined message is invalid or not found', 'permanent'],
  [0x64, 'RX_T_APPN', 'receiver: temporary application error', 'passing'],
  [0x65, 'RX_P_APPN', 'receiver: permanent application error', 'permanent'],
  [0x66, 'RX_R_APPN', 'receiver: message rejected', 'permanent'],
  [0x67, 'RQUERYFAIL', 'query_sm failed', 'permanent'],
  [0xc0, 'RINVOPTPARSTREAM', 'error in the optional part of the body', 'permanent'],
  [0xc1, 'ROPTPARNOTALLWD', 'optional parameter not allowed', 'permanent'],
  [0xc2, 'RINVPARLEN', 'invalid parameter length', 'permanent'],
  [0xc3, 'RMISSINGOPTPARAM', 'expected optional parameter is missing', 'permanent'],
  [0xc4, 'RINVOPTPARAMVAL', 'invalid optional parameter value', 'permanent'],
  [0xfe, 'RDELIVERYFAILURE', 'delivery failed (data_sm_resp)', 'permanent'],
  [0xff, 'RUNKNOWNERR', 'unknown error', 'permanent'],
]

export const statuses: ReadonlyMap<number, Status> = new Map(
  rows.map(([code, name, meaning, kind]) => [code, { code, name, meaning, kind }]),
)

/** A vendor's own code (0x400–0x4ff) or a reserved one counts as permanent: asking again forever is worse. */
export function statusOf(code: number): Status {
  const hex = `0x${code.toString(16).padStart(8, '0')}`
  return statuses.get(code) ?? { code, name: hex, meaning: 'not in SMPP 3.4', kind: 'permanent' }
}

/** The codes that this package gives or looks for itself. */
export const status = {
  ok: 0x00,
  invalidCommandLength: 0x02,
  invalidCommandId: 0x03,
  wrongBindState: 0x04,
  alreadyBound: 0x05,
  systemError: 0x08,
  bindFailed: 0x0d,
  invalidPassword: 0x0e,
  invalidSystemId: 0x0f,
  queueFull: 0x14,
  invalidSystemType: 0x53,
  throttled: 0x58,
  temporaryError: 0x64,
} as const
