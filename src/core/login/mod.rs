//! Sessions: the request of a login, the token in its answer, and answers that say that a session is over.

mod refusal;
mod request;
mod token;

pub use refusal::refusal;
pub use request::login_call;
pub use token::{NoToken, token};
