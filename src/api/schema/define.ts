import { Arg, Field, FieldResolver, InputType, ObjectType, Resolver } from "type-graphql";

/** type-graphql's decorators, called as functions on classes that are made while the model is read. */

export type GeneratedClass = abstract new (...args: never[]) => object;

interface FieldFacts {
  type: () => unknown;
  description: string;
  nullable?: boolean;
}

export interface ArgumentFacts extends FieldFacts {
  name: string;
  defaultValue?: unknown;
}

/** An input type; its fields are added with `addField`, so that two inputs can hold one another. */
export function inputType(name: string, description: string): GeneratedClass {
  const made = namedClass(name);
  InputType(name, { description })(made);
  return made;
}

/** An object type without fields yet. */
export function objectType(name: string, description: string): GeneratedClass {
  const made = namedClass(name);
  ObjectType(name, { description })(made);
  return made;
}

/** Adds a plain field to an input or object type. */
export function addField(target: GeneratedClass, name: string, { type, ...options }: FieldFacts): void {
  Field(type as never, options)(target.prototype, name);
}

/**
 * Adds fields with arguments to an object type or interface. They are declared and not resolved here: the compiler
 * reads the whole operation and answers for them.
 */
export function addFields(
  target: GeneratedClass,
  fields: readonly (FieldFacts & { name: string; args?: readonly ArgumentFacts[] })[],
): GeneratedClass {
  const resolver = namedClass(`${target.name}Fields`);
  Resolver(() => target as never)(resolver);
  for (const { name, type, args, ...options } of fields) {
    const descriptor = declare(resolver, name);
    addArguments(resolver, name, args ?? []);
    FieldResolver(type as never, options)(resolver.prototype, name, descriptor);
  }
  return resolver;
}

/** A method to hang a decorator on. */
export function declare(resolver: GeneratedClass, name: string): PropertyDescriptor {
  const descriptor = { value: () => undefined, configurable: true, writable: true };
  Object.defineProperty(resolver.prototype, name, descriptor);
  return descriptor;
}

export function addArguments(resolver: GeneratedClass, method: string, args: readonly ArgumentFacts[]): void {
  args.forEach(({ name, type, ...options }, i) => {
    Arg(name, type as never, options as never)(resolver.prototype, method, i);
  });
}

export function namedClass(name: string): GeneratedClass {
  return { [name]: class {} }[name] as GeneratedClass;
}
