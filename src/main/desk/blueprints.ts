/** The service blueprints of the version in force (BP-06). */
import type { Desk } from '../../api/desk.ts'
import { failurePoints, type Blueprints } from '../../rulebook/blueprint.ts'
import type { Bundle } from '../../rulebook/bundle.ts'
import { blueprintsIn } from '../../rulebook/compile/blueprints.ts'
import { readContent } from '../../store/rulebook-version.ts'
import { type DeskParts, refuse } from './parts.ts'

interface Kept {
  readonly version: string
  readonly blueprints: Blueprints
}

type Asked = Pick<DeskParts, 'database' | 'clock'> & {
  readonly surroundings: Pick<DeskParts['surroundings'], 'rulebookAt'>
}

export function blueprintsDesk(parts: Asked): Pick<Desk, 'listBlueprints' | 'getBlueprint'> {
  const inForce = reader(parts)
  return {
    async listBlueprints() {
      const { version, blueprints } = await inForce()
      const items = [...blueprints.values()].map(one => ({
        touchpoint: one.touchpoint,
        title: one.title,
        failurePoints: failurePoints(one).length,
      }))
      return { version, items }
    },
    async getBlueprint({ touchpoint }) {
      const { version, blueprints } = await inForce()
      const found = blueprints.get(touchpoint)
      if (found === undefined)
        return refuse('not-found', `rulebook ${version} has no blueprint of ${touchpoint}`)
      const { lines, indicators, steps, source } = found
      return {
        ...found,
        version,
        lines: [...lines],
        indicators: [...indicators],
        steps: steps.map(step => ({ ...step, to: [...step.to], rules: [...step.rules] })),
        source: [...source],
      }
    },
  }
}

/** A version never changes, so it is read when it is first asked for, and kept until another is in force. */
function reader({ database, clock, surroundings }: Asked): () => Promise<Kept> {
  let kept: Kept | null = null
  return async () => {
    const { version } = surroundings.rulebookAt(clock.now())
    if (kept?.version === version) return kept
    const content = await readContent(database, version)
    if (content === null) throw new Error(`rulebook ${version} is in force, but has no content`)
    kept = { version, blueprints: blueprintsIn(JSON.parse(content) as Bundle) }
    return kept
  }
}
