/** Port: the stage of a demo, where simulated customers are played. No other server has one. */
import type { z } from 'zod'
import type { Refusal } from './refusal.ts'
import type * as shape from './shapes/stage.ts'

type In<T extends z.ZodType> = Readonly<z.output<T>>
type Out<T extends z.ZodType> = Promise<z.output<T> | Refusal>
type Of<Q extends z.ZodType> = In<typeof shape.stageParams> & In<Q>

/** `not-found`: nobody of this account is on the stage. `wrong-state`: it cannot happen just now; "detail" says why. */
export interface Stage {
  view(): Out<typeof shape.stageView>
  invent(body: In<typeof shape.inventBody>): Out<typeof shape.stageScene>
  scene(of: In<typeof shape.stageParams>): Out<typeof shape.stageScene>
  /** Answers when the facts that it consists of have been decided. */
  happen(of: Of<typeof shape.happenBody>): Out<typeof shape.stageScene>
  turn(of: Of<typeof shape.phoneBody>): Out<typeof shape.stageScene>
  write(of: Of<typeof shape.writeBody>): Out<typeof shape.stageScene>
  /** Answers at once; time passes meanwhile. */
  wait(body: In<typeof shape.waitBody>): Out<typeof shape.stageView>
}
