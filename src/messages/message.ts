/**
 * A message map is an interface of functions: each method is one message, with its arguments (one object, or none) and
 * its reply. Every receiver has a map. A message travels as one flat object: `{ to, type, ...args }`.
 */

/** Who listens. Every message names its receiver, so that all others ignore it. */
export type Receiver = 'background' | 'host' | 'page'

/** The arguments of a message: a tuple of one object, or an empty tuple. */
export type ArgumentsOf<Map, Type extends keyof Map> = Map[Type] extends (...args: infer Args) => unknown ? Args : never

/** What the receiver replies. */
export type ReplyOf<Map, Type extends keyof Map> = Map[Type] extends (...args: never[]) => infer Reply ? Reply : never
