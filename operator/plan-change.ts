/** Another plan: ordered on any day, in effect from the first of the next month, called off by some. */
import { dayMs, minuteMs, nextMonthStart } from './civil.ts'
import { resize } from './data-use.ts'
import { type Life, step } from './errand.ts'
import { type Plan, plansOf } from './plans.ts'

const oddsOfSecondThoughts = 0.12

export function wantPlan(life: Life): void {
  const { customer, stage, at } = life
  const { chance, person } = customer
  const plan = chance.share(plansOf[person.brand])
  if (plan.id === customer.lines[0]!.plan.id || customer.nextPlan !== null || customer.standing !== 'normal')
    return
  customer.nextPlan = plan
  const startsOn = stage.civil.day(nextMonthStart(stage.civil.dayAt(at))).date
  stage.state(life, {
    source: 'crm',
    about: 0,
    type: 'plan.change-ordered',
    data: { planId: plan.id, startsOn },
  })
  if (chance.yes(oddsOfSecondThoughts))
    stage.wake(customer, at + chance.logBetween(0.02, 4) * dayMs, step(callOff))
}

function callOff(life: Life): void {
  const { customer, stage } = life
  if (customer.nextPlan === null) return
  const data = { planId: customer.nextPlan.id }
  customer.nextPlan = null
  stage.state(life, { source: 'crm', about: 0, type: 'plan.change-cancelled', data })
}

/** In the first night of the month, in BOSS's batch. */
export function changePlan(life: Life): void {
  const { customer, stage, at } = life
  const { nextPlan } = customer
  if (nextPlan === null) return
  customer.nextPlan = null
  stage.wake(
    customer,
    at + customer.chance.between(1, 120) * minuteMs,
    step(later => putInForce(later, nextPlan)),
  )
}

function putInForce(life: Life, plan: Plan): void {
  const { customer, stage } = life
  const line = customer.lines[0]!
  const data = { planId: plan.id, fromPlanId: line.plan.id }
  line.plan = plan
  stage.state(life, { source: 'crm', about: 0, type: 'plan.changed', data })
  resize(life)
}
