/** Typical customers for a preview: one for each brand with something of its own from the catalogue, and the longest case. */
import type { Brand, ChannelName, Language } from '../../core/event/facts.ts'
import type { Dated, Rulebook } from '../../core/rule/rule.ts'
import type { Proposal } from '../../core/wording/lint.ts'
import { smsParts } from '../../core/wording/sms-parts.ts'
import type { CompiledTemplate, Facts } from '../../core/wording/template.ts'
import { sampleNow } from '../check/samples.ts'
import { factsOf } from '../example-facts.ts'
import type { RuleItem } from '../manuscript.ts'

export interface Sampled {
  /** `usual` and `longest` mix what the catalogue holds; the others are customers of one brand. */
  readonly who: 'usual' | 'longest' | Brand
  readonly plan: Readonly<Record<Language, string>> | null
  /** With its signature, as it leaves; null when a fact is missing. */
  readonly text: string | null
  readonly fault: string | null
  /** Null on channels that know no parts. */
  readonly parts: {
    readonly count: number
    readonly units: number
    readonly encoding: 'gsm7' | 'ucs2'
  } | null
  readonly costMicroYuan: number | null
}

interface Asked {
  readonly rule: RuleItem
  readonly proposal: Proposal
  readonly template: CompiledTemplate
  readonly channel: ChannelName
}

export function samplesFor(asked: Asked, rulebook: Rulebook): readonly Sampled[] {
  const { typical, worst } = asked.proposal
  return [
    sampled('usual', typical, { asked, rulebook, plan: null }),
    ...brandsOf(asked.rule, rulebook).map(({ brand, plan, at }) =>
      sampled(brand, factsAs(brand, plan, { at, asked, rulebook }), {
        asked,
        rulebook,
        plan: valueAt(rulebook.catalogue.plans, plan)?.name ?? null,
      }),
    ),
    sampled('longest', worst, { asked, rulebook, plan: null }),
  ]
}

interface OfBrand {
  readonly brand: Brand
  readonly plan: string
  /** Which of the brands, from 0. */
  readonly at: number
}

function brandsOf({ value }: RuleItem, { catalogue }: Rulebook): readonly OfBrand[] {
  const wanted = value.audience?.brands
  return (Object.keys(catalogue.brands) as Brand[]).flatMap((brand, at) => {
    if (wanted?.includes(brand) === false) return []
    const plan = [...catalogue.plans.keys()].find(id => valueAt(catalogue.plans, id)?.brand === brand)
    return plan === undefined ? [] : [{ brand, plan, at }]
  })
}

interface Around {
  readonly asked: Asked
  readonly rulebook: Rulebook
}

/** Entries of the catalogue that are tried until one has all that the message prints. */
const triesMax = 12

function factsAs(brand: Brand, plan: string, around: Around & { readonly at: number }): Facts {
  const { asked, rulebook, at } = around
  const occasions = Array.from({ length: triesMax }, (_, no) =>
    occasionOf(brand, plan, { ...around, at: at + no }),
  )
  const on = { zone: rulebook.policy.zone, now: sampleNow }
  const tried = occasions.map(facts => ({ facts, isWhole: asked.template.render(facts, on).ok }))
  return (tried.find(({ isWhole }) => isWhole) ?? tried[0]!).facts
}

/** Figures differ from customer to customer. */
const factors = [1, 0.42, 1.7, 3.3] as const

function occasionOf(
  brand: Brand,
  plan: string,
  { at, asked, rulebook }: Around & { readonly at: number },
): Facts {
  const { plans, services, promotions, places, brands } = rulebook.catalogue
  const language = asked.proposal.locale
  const own = [...plans.keys()].filter(id => valueAt(plans, id)?.brand === brand)
  const spoken = {
    plan,
    planBefore: own[1] ?? plan,
    service: nth(services, at),
    promotion: nth(promotions, at),
    place: nth(places, at),
  }
  const payMode = brand === 'gotone' ? 'postpaid' : 'prepaid'
  const occasion = { spoken, brand, payMode, language, held: true, now: sampleNow } as const
  const facts: Facts = factsOf({ on: asked.rule.value.on }, occasion, rulebook)
  const factor = factors[at % factors.length]!
  const scaled = ['event', 'bucket', 'account'].flatMap(root =>
    facts[root] === undefined ? [] : [[root, scaledBy(factor, facts[root] as Facts)] as const],
  )
  const line = { ...(facts['line'] as Facts), brandName: brands[brand][language] }
  return { ...facts, ...Object.fromEntries(scaled), line }
}

/** Money in whole jiao, data in tenths of a MB. */
function scaledBy(factor: number, facts: Facts): Facts {
  const by = (name: string): number =>
    name.endsWith('MicroYuan') ? 100_000 : name.endsWith('Bytes') ? 104_857.6 : 0
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      const step = by(name)
      if (typeof value !== 'number' || step === 0) return [name, value]
      return [name, Math.round(Math.max(1, Math.round((value * factor) / step)) * step)]
    }),
  )
}

const nth = (entries: ReadonlyMap<string, unknown>, at: number): string | null =>
  [...entries.keys()][at % Math.max(1, entries.size)] ?? null

/** As it holds on the day of the samples; the first that ever does, where none holds yet. */
function valueAt<T>(entries: ReadonlyMap<string, readonly Dated<T>[]>, id: string): T | undefined {
  const day = new Date(sampleNow).toISOString().slice(0, 10)
  const own = entries.get(id)
  return (own?.findLast(({ from }) => from <= day) ?? own?.[0])?.value
}

function sampled(
  who: Sampled['who'],
  facts: Facts,
  { asked, rulebook, plan }: Around & Pick<Sampled, 'plan'>,
): Sampled {
  const { template, channel, proposal } = asked
  const rendered = template.render(facts, { zone: rulebook.policy.zone, now: sampleNow })
  if (!rendered.ok) return { who, plan, text: null, fault: rendered.fault, parts: null, costMicroYuan: null }
  const text = proposal.signature + rendered.text
  const price = rulebook.policy.costPerPart[channel]
  const { count, units, encoding } = smsParts(text)
  const parts = channel === 'sms' ? { count, units, encoding } : null
  return {
    who,
    plan,
    text,
    fault: null,
    parts,
    costMicroYuan: price === undefined ? null : price * (parts?.count ?? 1),
  }
}
