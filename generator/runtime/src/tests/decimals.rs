//! Numbers that keep their digits.

use std::collections::HashSet;

use crate::runtime::{Additional, Decimal, Scalar, json, json_object};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[derive(Debug, PartialEq)]
struct Price {
    amount: Decimal,
    tax: Option<Decimal>,
    others: Option<Additional<Vec<Decimal>>>,
}
json_object!(Price { required amount: "amount", optional tax: "tax", optional others: "others" });

#[test]
fn every_digit_comes_back() {
    let text =
        r#"{"amount":12.50,"tax":-0.1234567890123456789012345678901234567890e-7,"others":{"a":[1E+2,0,-0]}}"#;
    let price: Price = json::from_slice(text.as_bytes()).unwrap();
    assert_eq!(price.amount.as_str(), "12.50");
    assert_eq!(json::to_vec(&price).unwrap(), text.as_bytes());
    let spaced = text.replace(':', " :\n ").replace(',', " , ");
    let again: Price = json::from_slice(spaced.as_bytes()).unwrap();
    assert_eq!(json::to_vec(&again).unwrap(), text.as_bytes());
    let big = "98765432109876543210987654321098765432109876543210";
    assert_eq!(Decimal::from_text(big).unwrap().to_text().unwrap(), big);
}

#[test]
fn what_is_no_number_is_told_of_where_it_is() {
    let read = |text: &str| json::from_slice::<Price>(text.as_bytes()).unwrap_err().to_string();
    assert_eq!(read(r#"{"amount":"12.50"}"#), "/amount: expected a number, found a string");
    assert_eq!(read(r#"{"amount": {"of": 1}}"#), "/amount: expected a number, found an object");
    assert_eq!(read(r#"{"amount": [1], "tax": 1}"#), "/amount: expected a number, found an array");
    assert_eq!(read(r#"{"amount":1,"tax":true }"#), "/tax: expected a number, found a boolean");
    assert_eq!(
        read(r#"{"amount":1,"others":{"a~":[1,2,"x"]}}"#),
        "/others/a~0/2: expected a number, found a string"
    );
    assert_eq!(read(r#"{"amount":1e99999999999}"#), "/amount: expected a number");
    assert!(read(r#"{"amount":1.}"#).starts_with("not JSON: "));
}

#[test]
fn a_text_is_a_number_as_json_has_it() {
    for text in
        ["", " 1", "1 ", "+1", ".5", "1.", "01", "1e", "--1", "0x1", "NaN", "1_0", "[1]", "\"1\"", "null"]
    {
        assert!(text.parse::<Decimal>().is_err(), "{text:?}");
    }
    assert!("1e2147483648".parse::<Decimal>().is_err());
}

#[test]
fn numbers_are_equal_however_they_are_written() {
    let equal = ["12.50", "12.5", "125e-1", "0.00125E+4", "1250.0e-2"];
    assert_eq!(equal.map(decimal).into_iter().collect::<HashSet<_>>().len(), 1);
    assert_eq!(decimal("-0"), decimal("0.00e7"));
    let sorted =
        ["-1e9", "-12.51", "-12.5", "-1", "-0.5", "0", "1e-7", "0.09", "0.1", "9", "10", "1e2147483647"];
    let mut numbers = sorted.map(decimal);
    numbers.reverse();
    numbers.sort();
    assert_eq!(numbers.map(|number| number.to_string()), sorted);
}

#[test]
fn integers_and_floats_become_decimals() {
    assert_eq!(Decimal::from(u64::MAX).as_str(), "18446744073709551615");
    assert_eq!(Decimal::from(i128::MIN).as_str(), "-170141183460469231731687303715884105728");
    for float in [0.1, -2.5e-300, 1e300, 5.0, f64::MIN_POSITIVE] {
        let number = Decimal::try_from(float).unwrap();
        assert_eq!(number, decimal(number.as_str()), "is one as JSON has it");
        assert_eq!(number.as_str().parse(), Ok(float));
    }
    assert!(Decimal::try_from(f64::NAN).is_err() && Decimal::try_from(f64::INFINITY).is_err());
}
