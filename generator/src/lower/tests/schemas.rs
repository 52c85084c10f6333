//! Schemas become types.

use expect_test::{Expect, expect};

use super::dump;
use crate::lower::test_support::lower;

/// The definitions on the left, the types and the findings on the right.
fn check(definitions: &str, expected: &Expect) {
    let indented: String = definitions.lines().map(|line| format!("    {line}\n")).collect();
    let (api, findings) = lower(&format!("components:\n  schemas:\n{indented}"));
    expected.assert_eq(&format!("{}{findings}", dump::types(&api)));
}

#[test]
fn a_missing_type_is_told_by_the_other_keywords() {
    check(
        r#"
Object: { properties: { a: {} } }
List: { items: { type: string } }
Choice: { enum: [a, b] }
When: { format: date-time }
Anything: { description: Who knows. }
FreeForm: { type: object }
Counts: { additionalProperties: { type: integer } }
Empty: { type: object, additionalProperties: false }
Open: { properties: { a: { type: string } }, additionalProperties: true }
"#,
        &expect![[r#"
            Object: {a?: any}
            List: [string Plain]
            Choice: "a" | "b"
            When: string DateTime
            Anything: any
            FreeForm: {*: any}
            Counts: {*: integer Unspecified}
            Empty: {closed}
            Open: {a?: string Plain, *: any}
        "#]],
    );
}

#[test]
fn formats_fall_back_to_their_type() {
    check(
        r#"
A: { type: string, format: telephone }
B: { type: integer, format: int32, minimum: 1, maximum: 5, exclusiveMaximum: true }
C: { type: number, format: int64 }
D: { type: string, format: password, minLength: 8 }
E: { type: string, format: byte }
F: { type: number, minimum: 0.5 }
"#,
        &expect![[r#"
            A: string Plain <format: "telephone">
            B: integer Int32 <minimum: 1, maximum: 5, exclusive_maximum: true>
            C: integer Int64
            D: string Plain <min_length: 8> secret
            E: string Base64
            F: number Double <minimum: 0.5>
        "#]],
    );
}

#[test]
fn values_of_an_enumeration_are_of_its_type() {
    check(
        r#"
Text: { type: string, enum: ['on', 1, null, ''], nullable: true }
Whole: { type: integer, enum: [1, 2, 2] }
Wrong: { type: integer, enum: [1, one] }
Yes: { type: boolean, enum: [true] }
"#,
        &expect![[r#"
            Text: "on" | "1" | "" nullable
            Whole: 1 | 2
            Wrong: 1
            Yes: true
            W0311 #/components/schemas/Whole/enum/2: `enum` has `2` twice
            W0311 #/components/schemas/Wrong/enum/1: `enum` has `"one"`, which is not of its type
        "#]],
    );
}

#[test]
fn definitions_may_contain_themselves() {
    check(
        r##"
Node: { properties: { children: { type: array, items: { $ref: '#/components/schemas/Node' } }, next: { $ref: '#/components/schemas/Node' } } }
A: { $ref: '#/components/schemas/B' }
B: { $ref: '#/components/schemas/Node' }
Cat: { properties: { siblings: { type: array, items: { allOf: [{ properties: { rank: { type: integer } } }, { $ref: '#/components/schemas/Cat' }] } } } }
"##,
        &expect![[r#"
            Node: {children?: [Node], next?: Node}
            A: = B
            B: = Node
            Cat: {siblings?: Cat.siblings}
        "#]],
    );
}

#[test]
fn all_of_merges_members() {
    check(
        r##"
Base: { type: object, required: [id], properties: { id: { type: integer }, meta: { type: object, properties: { at: { type: string } } } } }
Mixin: { properties: { tag: { type: string, nullable: true } } }
Child:
  allOf:
    - $ref: '#/components/schemas/Base'
    - $ref: '#/components/schemas/Mixin'
    - { properties: { name: { type: string } }, required: [tag] }
  properties: { extra: { $ref: '#/components/schemas/Mixin' } }
  required: [name]
GrandChild: { allOf: [{ $ref: '#/components/schemas/Child' }, { properties: { children: { type: array, items: { $ref: '#/components/schemas/GrandChild' } } } }] }
"##,
        &expect![[r#"
            Base: {id: integer Unspecified, meta?: {at?: string Plain}}
            Mixin: {tag?: string Plain nullable or null}
            Child: {id: integer Unspecified, meta?: {at?: string Plain}, tag: string Plain nullable or null, name: string Plain, extra?: Mixin}
            GrandChild: {id: integer Unspecified, meta?: {at?: string Plain}, tag: string Plain nullable or null, name: string Plain, extra?: Mixin, children?: [GrandChild]}
        "#]],
    );
}

/// Whichever of them is described first.
#[test]
fn members_come_through_definitions_that_are_other_names() {
    let all = [
        "Whole: { allOf: [{ $ref: '#/components/schemas/Other' }, { properties: { own: { type: string } } }] }",
        "Other: { type: object, allOf: [{ $ref: '#/components/schemas/Last' }] }",
        "Last: { type: object, properties: { last: { type: integer } } }",
    ];
    for (first, second, third) in [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)] {
        let (api, findings) = lower(&format!(
            "components:\n  schemas:\n    {}\n    {}\n    {}\n",
            all[first], all[second], all[third]
        ));
        let types = dump::types(&api);
        assert!(types.contains("Whole: {last?: integer Unspecified, own?: string Plain}"), "{types}");
        assert_eq!(findings, "");
    }
}

#[test]
fn an_all_of_that_adds_only_words_is_what_it_names() {
    check(
        r##"
Error: { type: object, properties: { code: { type: string } } }
Alias: { description: Another., allOf: [{ $ref: '#/components/schemas/Error' }] }
Holder:
  properties:
    last: { description: The last one., nullable: true, allOf: [{ $ref: '#/components/schemas/Error' }] }
    all: { type: array, items: { type: object, title: Error, allOf: [{ $ref: '#/components/schemas/Error' }] } }
    some: { type: array, items: { nullable: true, allOf: [{ $ref: '#/components/schemas/Error' }] } }
"##,
        &expect![[r#"
            Error: {code?: string Plain}
            Alias: = Error
            Holder: {last?: Error or null, all?: [Error], some?: [= Error nullable]}
        "#]],
    );
}

#[test]
fn all_of_over_scalars_tightens_them() {
    check(
        r##"
Name: { type: string, minLength: 1 }
Short: { allOf: [{ $ref: '#/components/schemas/Name' }, { maxLength: 8, minLength: 0 }] }
Colour: { type: string, enum: [red, green] }
Strict: { allOf: [{ $ref: '#/components/schemas/Colour' }, { maxLength: 8 }] }
Wrong: { allOf: [{ type: string }, { type: object, properties: { a: {} } }] }
"##,
        &expect![[r#"
            Name: string Plain <min_length: 1>
            Short: string Plain <min_length: 1, max_length: 8>
            Colour: "red" | "green"
            Strict: = Colour <max_length: 8>
            W0313 #/components/schemas/Wrong/allOf: the members of the `allOf` contradict each other, so that no value satisfies all
        "#]],
    );
}

#[test]
fn members_of_an_all_of_may_disagree() {
    check(
        r##"
Base: { properties: { id: { type: integer }, kind: { type: string }, data: { type: object, properties: { a: { type: string } } } } }
Child: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { id: { type: string }, kind: { type: string, enum: [child] }, data: {} }, required: [data, nmae] }] }
"##,
        &expect![[r#"
            Base: {id?: integer Unspecified, kind?: string Plain, data?: {a?: string Plain}}
            Child: {id?: string Plain, kind?: "child", data: {a?: string Plain}}
            W0310 #/components/schemas/Child/allOf/1/required/1: `required` names `nmae`, which is not one of the properties
            W0309 #/components/schemas/Child/allOf/1/properties/id: `id` is described in two ways that no value satisfies both of
        "#]],
    );
}

#[test]
fn a_discriminator_makes_a_union_of_all_that_inherit() {
    check(
        r##"
Pet: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string } } }
Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { lives: { type: integer } } }] }
Lion: { x-ms-discriminator-value: lion, allOf: [{ $ref: '#/components/schemas/Cat' }] }
Plain: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
Cub: { allOf: [{ $ref: '#/components/schemas/Lion' }, { properties: { age: { type: integer } } }] }
"##,
        &expect![[r#"
            Pet: kind("Cat" {kind: string Plain, lives?: integer Unspecified} | "lion" {kind: string Plain, lives?: integer Unspecified} | "Plain" Plain | "Cub" Cub | else "Pet" {kind: string Plain})
            Cat: kind("lion" {kind: string Plain, lives?: integer Unspecified} | "Cub" Cub | else "Cat" {kind: string Plain, lives?: integer Unspecified})
            Lion: kind("Cub" Cub | else "lion" {kind: string Plain, lives?: integer Unspecified})
            Plain: {kind: string Plain}
            Cub: {kind: string Plain, lives?: integer Unspecified, age?: integer Unspecified}
        "#]],
    );
}

#[test]
fn one_of_and_any_of_are_unions() {
    check(
        r##"
Cat: { properties: { lives: { type: integer } } }
Dog: { properties: { barks: { type: boolean } } }
Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }, { type: string }] }
Tagged: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { dog: '#/components/schemas/Dog' } } }
Named: { properties: { name: { type: string } }, anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }
Either: { properties: { a: { type: string }, b: { type: string } }, oneOf: [{ required: [a] }, { required: [b] }] }
Single: { oneOf: [{ $ref: '#/components/schemas/Cat' }] }
Alike: { oneOf: [{ type: string, pattern: ^a }, { type: string, pattern: ^b }] }
"##,
        &expect![[r#"
            Cat: {lives?: integer Unspecified}
            Dog: {barks?: boolean}
            Pet: one of (Cat | Dog | string Plain)
            Tagged: kind("Cat" Cat | "dog" Dog)
            Named: one of ({name?: string Plain, lives?: integer Unspecified} | {name?: string Plain, barks?: boolean})
            Either: {a?: string Plain, b?: string Plain}
            Single: = Cat
            Alike: string Plain
            W0312 #/components/schemas/Either/oneOf: which of the alternatives of `required` holds is not checked
            W0312 #/components/schemas/Alike: the alternatives are all of one type; which of their limits hold is not checked
        "#]],
    );
}

#[test]
fn an_all_of_that_comes_back_to_itself_is_refused() {
    check(
        r##"
A: { allOf: [{ $ref: '#/components/schemas/B' }, { properties: { a: {} } }] }
B: { allOf: [{ $ref: '#/components/schemas/A' }, { properties: { b: {} } }] }
C: { oneOf: [{ $ref: '#/components/schemas/D' }, { properties: { c: {} } }] }
D: { anyOf: [{ $ref: '#/components/schemas/C' }, { properties: { d: {} } }] }
E: { allOf: [{ $ref: '#/components/schemas/C' }, { properties: { e: {} } }] }
Fine: { type: string }
"##,
        &expect![[r#"
            C: one of (D | {c?: any})
            D: one of (C | {d?: any})
            Fine: string Plain
            W0313 #/components/schemas/B/allOf/0: the `allOf` comes back to the schema that it is part of
            W0313 #/components/schemas/E: the `allOf` multiplies alternatives that are alternatives of each other
        "#]],
    );
}

/// `f64` has no 2^63 - 1: who writes 9.223372036854775807e18 means it.
#[test]
fn an_integer_is_as_wide_as_its_schema_says() {
    check(
        r##"
Plain: { type: integer, minimum: 0, maximum: 9.223372036854775807e18 }
Unsigned: { type: integer, maximum: 18446744073709551615, minimum: 0 }
UnsignedByExample: { type: integer, example: 18446744073709551615 }
Signed: { type: integer, format: int64, maximum: 18446744073709551615 }
Both: { type: integer, minimum: -1, maximum: 18446744073709551615 }
Big: { type: integer, example: 340282366920938463463374607431768211456 }
BigByFormat: { type: integer, format: bigint }
Price: { type: number, format: decimal }
"##,
        &expect![[r#"
            Plain: integer Unspecified <minimum: 0, maximum: 9.223372036854776e+18>
            Unsigned: integer Uint64 <minimum: 0, maximum: 1.8446744073709552e+19>
            UnsignedByExample: integer Uint64
            Signed: integer Int64 <maximum: 1.8446744073709552e+19>
            Both: number Decimal <minimum: -1, maximum: 1.8446744073709552e+19, multiple_of: 1>
            Big: number Decimal <multiple_of: 1>
            BigByFormat: number Decimal <multiple_of: 1>
            Price: number Decimal
        "#]],
    );
}
