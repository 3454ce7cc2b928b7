/**
 * A map of messages is an interface of functions: the name of a message, its arguments (one object, or nothing) and its
 * reply. Each receiver has one map. Arguments travel beside `to` and `type` in one flat object.
 */

/** The arguments of a message. */
export type ArgumentsOf<Map, Type extends keyof Map> = Map[Type] extends (...args: infer Args) => unknown ? Args : never

/** What the receiver replies. */
export type ReplyOf<Map, Type extends keyof Map> = Map[Type] extends (...args: never[]) => infer Reply ? Reply : never

/** A message as it travels. It names its receiver, so that nobody else looks at it. */
export type Envelope<To extends string, Map> = {
  [Type in keyof Map]: { to: To; type: Type } & (ArgumentsOf<Map, Type> extends [infer Args] ? Args : unknown)
}[keyof Map]
