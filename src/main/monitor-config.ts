/** Settings of the monitors (NF-29): whose notices must not be late. The rules are those of the rulebook that comes along. */
import { z } from 'zod'
import { delayBoundsMs } from '../store/delay.ts'

const bounds = delayBoundsMs.map(ms => ms / 1_000)

const monitor = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  rules: z.array(z.string().min(1).max(100)).min(1).max(100),
  /** Delays are kept in buckets, so that only their bounds can be told apart. */
  withinSeconds: z
    .number()
    .refine(seconds => bounds.includes(seconds))
    .default(60),
  percentMin: z.number().min(1).max(100).default(80),
})

export const monitorFields = Object.keys(monitor.shape)

export const monitorSettings = z
  .array(monitor)
  .max(32)
  .refine(all => new Set(all.map(({ name }) => name)).size === all.length)
  .prefault([
    { name: 'plan-in-effect', rules: ['plan-changed'] },
    {
      name: 'roaming-arrival',
      rules: [
        'roaming-arrived-calls',
        'roaming-arrived-calls-back',
        'roaming-arrived-data',
        'roaming-arrived-data-pack',
        'roaming-arrived-data-limit',
        'roaming-arrived-unknown',
      ],
    },
    { name: 'credited', rules: ['return-credited', 'gift-credited'] },
  ])

export const expectedOfMonitors = {
  monitors: 'a list of at most 32 monitors, each under a name of its own',
  rules: 'a list of rule ids',
  withinSeconds: `one of ${bounds.join(', ')}`,
  percentMin: 'a number from 1 to 100',
} as const
