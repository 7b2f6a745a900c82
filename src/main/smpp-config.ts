/**
 * Settings of an SMPP gateway:
 *
 *     gateways:
 *       - name: sms-north
 *         driver: smpp
 *         host: smsc.example.net
 *         systemId: kairos
 *         passwordFile: /run/secrets/sms-north     # or KAIROS_SMPP_PASSWORD_SMS_NORTH in the environment
 *         sender: { ton: 0, npi: 1, address: '10086' }
 *         tls: { caFile: /etc/kairos/centre-ca.pem }   # absent or false: plain TCP
 *
 * All of them: docs/gateways.md. The password is never among the settings: they may be shown, and it must not be.
 */
import { z } from 'zod'
import { isZone } from '../core/calendar/zone.ts'

const idBase = z.enum(['text', 'decimal', 'hex'])
const typeOfNumber = z.int().min(0).max(255)

const sender = z.strictObject({
  ton: typeOfNumber.default(0),
  npi: typeOfNumber.default(1),
  address: z.string().regex(/^[\x21-\x7e]{1,20}$/),
})

const path = z.string().min(1)

export const tlsSettings = z
  .strictObject({
    /** Certificates of those who may have signed the centre's; the public ones when absent. */
    caFile: path.optional(),
    /** Ours, where the centre asks for one. */
    certificateFile: path.optional(),
    keyFile: path.optional(),
    /** The name in the centre's certificate, where it is not the host's. */
    serverName: z.string().min(1).max(253).optional(),
  })
  .refine(({ certificateFile, keyFile }) => (certificateFile === undefined) === (keyFile === undefined))

export const smppGateway = <Shape extends z.ZodRawShape>(anyGateway: Shape) =>
  z.strictObject({
    ...anyGateway,
    driver: z.literal('smpp'),
    channel: z.literal('sms').default('sms'),
    host: z.string().min(1).max(253),
    port: z.int().min(1).max(65_535).default(2_775),
    tls: z.union([z.literal(false), tlsSettings]).default(false),
    systemId: z.string().regex(/^[\x21-\x7e]{1,15}$/),
    passwordFile: z.string().optional(),
    systemType: z.string().max(12).default(''),
    addressRange: z.string().max(40).default(''),
    /** One link both ways, or one to send and one to receive. */
    binds: z.enum(['transceiver', 'pair']).default('transceiver'),
    sender,
    /** Of the numbers that the centre writes without one. */
    countryCode: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .default('86'),
    /** What the centre takes data_coding 0 for. */
    alphabet: z.enum(['gsm7', 'ascii', 'latin1']).default('gsm7'),
    /** How parts of a long message are marked. */
    partStyle: z.enum(['udh8', 'udh16', 'sar']).default('udh8'),
    validity: z.enum(['absolute', 'relative']).default('absolute'),
    /** Of the centre's clock, whose receipts name no zone. */
    zone: z.string().refine(isZone).default('Asia/Shanghai'),
    /** How far the centre's clock is ahead of ours. */
    skewSeconds: z.number().min(-86_400).max(86_400).default(0),
    idsInAnswers: idBase.default('text'),
    idsInReceipts: idBase.default('text'),
    /** Silence after which the centre is asked whether it is there. */
    enquireSeconds: z.number().min(1).max(3_600).default(30),
    /** Until an answer; after it a message is in doubt. */
    answerSeconds: z.number().min(1).max(60).default(30),
  })

/** What belongs there, for whoever wrote something else. */
export const expectedOfSmpp = {
  host: 'the name or address of the SMS centre',
  port: 'a whole number from 1 to 65535',
  tls: 'false, or what is needed of caFile, serverName, and certificateFile together with keyFile; {} is TLS as browsers do it',
  systemId: '1 to 15 characters without spaces',
  passwordFile: 'the path of a file that holds the password',
  systemType: 'at most 12 characters',
  addressRange: 'at most 40 characters',
  binds: 'transceiver or pair',
  sender: 'an address such as { ton: 0, npi: 1, address: "10086" }',
  ton: 'a whole number from 0 to 255',
  npi: 'a whole number from 0 to 255',
  address: '1 to 20 characters without spaces, in quotes',
  countryCode: 'the digits of a country code, in quotes',
  alphabet: 'gsm7, ascii or latin1',
  partStyle: 'udh8, udh16 or sar',
  validity: 'absolute or relative',
  zone: 'an IANA zone such as Asia/Shanghai',
  skewSeconds: 'a number from -86400 to 86400',
  idsInAnswers: 'text, decimal or hex',
  idsInReceipts: 'text, decimal or hex',
  enquireSeconds: 'a number from 1 to 3600',
  answerSeconds: 'a number from 1 to 60',
} as const
