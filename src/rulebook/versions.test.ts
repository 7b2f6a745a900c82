import { describe, expect, it } from 'vitest'
import {
  inForce,
  publish,
  recall,
  review,
  submit,
  type Draft,
  type Published,
  type Reviewed,
  type RulebookVersion,
  type Step,
} from './versions.ts'

const by = (who: string, at: number): { by: string; at: number } => ({ by: who, at })

function made<V extends RulebookVersion>(step: Step<V>): V {
  if (!step.ok) throw new Error(step.refusal)
  return step.version
}
const draft = (id: string): Draft => made(submit(id, by('li', 1), []))
const reviewed = (id: string): Reviewed => made(review(draft(id), by('wang', 2)))
const published = (id: string, from: number): Published =>
  made(publish(reviewed(id), { ...by('wang', 3), from }, []))

describe('a version', () => {
  it('goes from draft over a review to a time at which it is in force', () => {
    const one = published('r-1', 10)
    expect(one).toEqual({
      state: 'published',
      version: 'r-1',
      submitted: by('li', 1),
      reviewed: by('wang', 2),
      published: by('wang', 3),
      from: 10,
    })
    expect(inForce([one], 9)).toBeNull()
    expect(inForce([one], 10)).toBe(one)
  })

  it('is published at once when no time is told', () => {
    expect(made(publish(reviewed('r-1'), by('wang', 5), []))).toMatchObject({ from: 5 })
  })

  it.each<[string, () => Step<RulebookVersion>, string]>([
    ['its own submitter reviews it', () => review(draft('r-1'), by('li', 2)), 'same-person'],
    ['it is reviewed twice', () => review(reviewed('r-1'), by('zhao', 3)), 'not-draft'],
    ['it is published unreviewed', () => publish(draft('r-1'), by('wang', 2), []), 'not-reviewed'],
    [
      'it is published for a time past',
      () => publish(reviewed('r-1'), { ...by('wang', 5), from: 4 }, []),
      'in-the-past',
    ],
    [
      'another is published for that time',
      () => publish(reviewed('r-2'), { ...by('wang', 3), from: 9 }, [published('r-1', 9)]),
      'time-taken',
    ],
    ['it is submitted again while open', () => submit('r-1', by('zhao', 2), [draft('r-1')]), 'version-known'],
    ['a draft is recalled', () => recall(draft('r-1'), by('li', 2), []), 'not-published'],
    [
      'the first one is recalled',
      () => recall(published('r-1', 5), by('li', 6), [published('r-1', 5)]),
      'nothing-before',
    ],
    [
      'an older one than that in force is recalled',
      () =>
        recall(published('r-2', 5), by('li', 9), [
          published('r-1', 4),
          published('r-2', 5),
          published('r-3', 7),
        ]),
      'not-latest',
    ],
  ])('is refused when %s', (_, step, refusal) => {
    expect(step()).toMatchObject({ ok: false, refusal })
  })

  it('is recalled in one step: the one before is in force again', () => {
    const [one, two] = [published('r-1', 4), published('r-2', 7)]
    const gone = made(recall(two, by('li', 8), [one, two]))
    expect(gone).toMatchObject({ state: 'recalled', recalled: by('li', 8) })
    expect(inForce([one, two], 8)).toBe(two)
    expect(inForce([one, gone], 8)).toBe(one)
  })

  it('that is not yet in force can be recalled by itself, also the first', () => {
    expect(recall(published('r-1', 50), by('li', 8), [])).toMatchObject({ ok: true })
  })

  it('may be submitted anew after a recall', () => {
    const gone = made(recall(published('r-1', 50), by('li', 8), []))
    expect(submit('r-1', by('li', 9), [gone])).toMatchObject({ ok: true, version: { state: 'draft' } })
  })
})
