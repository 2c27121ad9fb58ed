mod incoming;
mod replies;
