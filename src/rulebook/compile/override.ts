/**
 * Rules for a narrower audience that speak instead of a wider one (TP0-19: province, then city, then brand). The wider rule
 * gets a condition that leaves their customers out, so the core needs to know nothing of layers.
 */
import type { Audience, Condition, Rule } from '../../core/rule/rule.ts'
import type { View } from '../../core/rule/view.ts'

/** A rule that is silent wherever one of the narrower ones speaks. */
export function withoutAudiences(rule: Rule, narrower: readonly Rule[]): Rule {
  if (narrower.length === 0) return rule
  const { when } = rule
  const others = narrower.map(({ audience }) => ({ audience, source: `!(${audienceText(audience)})` }))
  const condition: Condition = {
    source: [...(when === null ? [] : [`(${when.source})`]), ...others.map(({ source }) => source)].join(
      ' && ',
    ),
    test: view => (when === null || when.test(view)) && !others.some(({ audience }) => isIn(audience, view)),
  }
  return { ...rule, when: condition }
}

function isIn(audience: Audience, view: View): boolean {
  const account = view['account'] as View
  const line = view['line'] as View
  const { brands, payModes, roles, stars, scope } = audience
  return (
    names(brands, line['brand']) &&
    names(payModes, line['payMode']) &&
    names(roles, account['role']) &&
    names(stars, line['star']) &&
    (scope === null ||
      scope === `province/${String(line['province'])}` ||
      scope === `city/${String(line['city'])}`)
  )
}

const names = (list: readonly unknown[] | null, value: unknown): boolean =>
  list === null || list.includes(value)

function audienceText({ brands, payModes, roles, stars, scope }: Audience): string {
  const texts = [
    listText('line.brand', brands),
    listText('line.payMode', payModes),
    listText('account.role', roles),
    stars === null ? null : `line.star in [${stars.join(', ')}]`,
    scope === null ? null : scope.replace(/^(\w+)\/(.*)$/, "line.$1 == '$2'"),
  ]
  return texts.filter(text => text !== null).join(' && ')
}

function listText(path: string, list: readonly string[] | null): string | null {
  return list === null ? null : `${path} in [${list.map(word => `'${word}'`).join(', ')}]`
}

/** Whether every customer of `a` is one of `b`. A city is taken to lie in any province. */
export function isWithin(a: Audience, b: Audience): boolean {
  return (
    isSubset(a.brands, b.brands) &&
    isSubset(a.payModes, b.payModes) &&
    isSubset(a.roles, b.roles) &&
    isSubset(a.stars, b.stars) &&
    (b.scope === null ||
      a.scope === b.scope ||
      (a.scope?.startsWith('city/') === true && b.scope.startsWith('province/')))
  )
}

/** Whether a customer may be in both. */
export function overlaps(a: Audience, b: Audience): boolean {
  return (
    meet(a.brands, b.brands) &&
    meet(a.payModes, b.payModes) &&
    meet(a.roles, b.roles) &&
    meet(a.stars, b.stars) &&
    scopesMeet(a.scope, b.scope)
  )
}

function isSubset(a: readonly unknown[] | null, b: readonly unknown[] | null): boolean {
  return b === null || (a !== null && a.every(entry => b.includes(entry)))
}

function meet(a: readonly unknown[] | null, b: readonly unknown[] | null): boolean {
  return a === null || b === null || a.some(entry => b.includes(entry))
}

function scopesMeet(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true
  return a.split('/')[0] !== b.split('/')[0]
}
