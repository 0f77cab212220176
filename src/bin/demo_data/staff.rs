//! Who serves: twelve teams, four a company.

use crate::service::Service;

/// Teams of the hotel, the bank and the hospital.
const HOTEL: [&str; 4] = ["front-desk-day", "front-desk-night", "housekeeping", "guest-relations"];
const BANK: [&str; 4] = ["branch-east", "branch-west", "branch-south", "loan-centre"];
const HOSPITAL: [&str; 4] =
    ["outpatient-desk", "consulting-rooms", "tests-and-imaging", "pharmacy"];

/// The teams that may serve a touchpoint.
pub fn teams(service: &Service) -> Vec<&'static str> {
    match service.journey.as_str() {
        "hotel-stay" => hotel(&service.touchpoint),
        "bank-loan" => bank(service),
        _ => hospital(&service.touchpoint),
    }
}

fn hotel(touchpoint: &str) -> Vec<&'static str> {
    let [day, night, housekeeping, relations] = HOTEL;
    match touchpoint {
        "night-service" => vec![night],
        "first-room-look" | "housekeeping-visit" | "room-repair" | "room-wifi" => {
            vec![housekeeping]
        }
        "front-desk-check-in" | "bill-settlement" | "late-check-out" | "luggage-help" => {
            vec![day, relations]
        }
        _ => vec![relations, day],
    }
}

/// What is done at a counter is done in a branch; the rest in the loan centre.
fn bank(service: &Service) -> Vec<&'static str> {
    let [east, west, south, centre] = BANK;
    if service.channels.iter().any(|channel| channel == "counter" || channel == "onsite") {
        return vec![east, west, south];
    }
    vec![centre]
}

fn hospital(touchpoint: &str) -> Vec<&'static str> {
    let [desk, rooms, tests, pharmacy] = HOSPITAL;
    match touchpoint {
        "doctor-consultation" | "return-instructions" | "follow-up-call" | "online-questions" => {
            vec![rooms]
        }
        "blood-draw" | "imaging-exam" | "test-results" => vec![tests],
        "pharmacy-pickup" | "injection-room" => vec![pharmacy],
        _ => vec![desk],
    }
}
