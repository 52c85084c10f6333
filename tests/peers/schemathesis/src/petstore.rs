//! The pet store.

use std::sync::atomic::{AtomicI64, Ordering};

use judged_server::petstore::{
    Petstore, add_pet, create_user, create_users_with_list_input, delete_order, delete_pet, delete_user,
    find_pets_by_status, find_pets_by_tags, get_inventory, get_order_by_id, get_pet_by_id, get_user_by_name,
    login_user, logout_user, place_order, update_pet, update_pet_with_form, update_user, upload_file,
};
use judged_server::runtime::{Additional, RawBody};
use judged_server::security::{ApiKey, PetstoreAuth};
use judged_server::types::{ApiResponse, PetStatus, PlacedOrder, StoredPet, User};
use serde_json::json;

use crate::Stub;
use crate::stored::{Stored, extended};

/// How large a picture may be.
const PICTURE: usize = 1 << 20;

/// What the store has.
#[derive(Debug, Default)]
pub(crate) struct Pets {
    pets: Stored<i64, StoredPet>,
    orders: Stored<i64, PlacedOrder>,
    users: Stored<String, User>,
    last: AtomicI64,
}

impl Pets {
    fn next(&self) -> i64 {
        self.last.fetch_add(1, Ordering::Relaxed) + 1
    }

    fn add(&self, user: User) {
        self.users.put(user.username.clone(), user);
    }
}

impl Petstore for Stub {
    async fn add_pet(
        &self,
        request: add_pet::Request,
        _: PetstoreAuth,
    ) -> Result<add_pet::Response, add_pet::Error> {
        let id = self.pets.next();
        let pet: StoredPet =
            extended(&request.body, json!({ "id": id })).expect("a pet with an ID is stored");
        self.pets.pets.put(id, pet.clone());
        Ok(add_pet::Response::new(pet))
    }

    async fn update_pet(
        &self,
        request: update_pet::Request,
        _: PetstoreAuth,
    ) -> Result<update_pet::Response, update_pet::Error> {
        let pet = request.body;
        let updated = self.pets.pets.change(&pet.id, |stored| *stored = pet.clone());
        updated.map(update_pet::Response::new).ok_or(update_pet::Error::NotFound(RawBody::empty()))
    }

    async fn find_pets_by_status(
        &self,
        request: find_pets_by_status::Request,
        _: PetstoreAuth,
    ) -> Result<find_pets_by_status::Response, find_pets_by_status::Error> {
        let wanted: Vec<&str> = request.status.iter().map(find_pets_by_status::StatusItem::as_str).collect();
        let status =
            |pet: &StoredPet| pet.status.as_ref().is_some_and(|status| wanted.contains(&status.as_str()));
        let pets = self.pets.pets.all().into_iter().filter(status).collect();
        Ok(find_pets_by_status::Response::new(pets))
    }

    async fn find_pets_by_tags(
        &self,
        request: find_pets_by_tags::Request,
        _: PetstoreAuth,
    ) -> Result<find_pets_by_tags::Response, find_pets_by_tags::Error> {
        let mut pets = self.pets.pets.all();
        pets.retain(|pet| pet.tags.iter().flatten().any(|tag| request.tags.contains(&tag.name)));
        Ok(find_pets_by_tags::Response::new(pets))
    }

    async fn get_pet_by_id(
        &self,
        request: get_pet_by_id::Request,
        _: Option<ApiKey>,
        _: Option<PetstoreAuth>,
    ) -> Result<get_pet_by_id::Response, get_pet_by_id::Error> {
        let pet = self.pets.pets.get(&request.pet_id);
        pet.map(get_pet_by_id::Response::new).ok_or(get_pet_by_id::Error::NotFound(RawBody::empty()))
    }

    async fn update_pet_with_form(
        &self,
        request: update_pet_with_form::Request,
        _: PetstoreAuth,
    ) -> Result<update_pet_with_form::Response, update_pet_with_form::Error> {
        let pet = self.pets.pets.change(&request.pet_id, |pet| {
            if let Some(name) = request.name {
                pet.name = name;
            }
            if let Some(status) = request.status {
                pet.status = Some(PetStatus::from(status.as_str()));
            }
        });
        pet.map(update_pet_with_form::Response::new)
            .ok_or(update_pet_with_form::Error::NotFound(RawBody::empty()))
    }

    async fn delete_pet(
        &self,
        request: delete_pet::Request,
        _: PetstoreAuth,
    ) -> Result<delete_pet::Response, delete_pet::Error> {
        let pet = self.pets.pets.remove(&request.pet_id);
        pet.map(|_| delete_pet::Response::new()).ok_or(delete_pet::Error::NotFound(RawBody::empty()))
    }

    async fn upload_file(
        &self,
        request: upload_file::Request,
        _: PetstoreAuth,
    ) -> Result<upload_file::Response, upload_file::Error> {
        let missing = || upload_file::Error::NotFound(RawBody::empty());
        self.pets.pets.get(&request.pet_id).ok_or_else(missing)?;
        let picture = request.file.body.collect(PICTURE).await.map_err(|_| missing())?;
        let message = format!("{} bytes", picture.len());
        Ok(upload_file::Response::new(ApiResponse::new(200, "stored", message)))
    }

    async fn get_inventory(
        &self,
        _: get_inventory::Request,
        _: ApiKey,
    ) -> Result<get_inventory::Response, get_inventory::Error> {
        let mut counts = Additional::new();
        for pet in self.pets.pets.all() {
            let status = pet.status.as_ref().map_or("unknown", PetStatus::as_str);
            let count = counts.get(status).copied().unwrap_or(0);
            counts.insert(status.to_owned(), count + 1);
        }
        Ok(get_inventory::Response::new(counts))
    }

    async fn place_order(
        &self,
        request: place_order::Request,
    ) -> Result<place_order::Response, place_order::Error> {
        let (id, order) = (self.pets.next(), request.body);
        let (quantity, complete) = (order.quantity.unwrap_or(1), order.complete.unwrap_or(false));
        let mut placed = PlacedOrder::new(id, order.pet_id, quantity, complete);
        placed.ship_date = order.ship_date;
        self.pets.orders.put(id, placed.clone());
        Ok(place_order::Response::new(placed))
    }

    async fn get_order_by_id(
        &self,
        request: get_order_by_id::Request,
    ) -> Result<get_order_by_id::Response, get_order_by_id::Error> {
        let order = self.pets.orders.get(&request.order_id);
        order.map(get_order_by_id::Response::new).ok_or(get_order_by_id::Error::NotFound(RawBody::empty()))
    }

    async fn delete_order(
        &self,
        request: delete_order::Request,
    ) -> Result<delete_order::Response, delete_order::Error> {
        let order = self.pets.orders.remove(&request.order_id);
        order.map(|_| delete_order::Response::new()).ok_or(delete_order::Error::NotFound(RawBody::empty()))
    }

    async fn create_user(
        &self,
        request: create_user::Request,
    ) -> Result<create_user::Response, create_user::Error> {
        self.pets.add(request.body);
        Ok(create_user::Response::new())
    }

    async fn create_users_with_list_input(
        &self,
        request: create_users_with_list_input::Request,
    ) -> Result<create_users_with_list_input::Response, create_users_with_list_input::Error> {
        request.body.into_iter().for_each(|user| self.pets.add(user));
        Ok(create_users_with_list_input::Response::new())
    }

    async fn login_user(
        &self,
        request: login_user::Request,
    ) -> Result<login_user::Response, login_user::Error> {
        let user = self.pets.users.get(&request.username);
        user.filter(|user| user.password.as_ref() == Some(&request.password))
            .map(|user| login_user::Response::new(user.username).with_x_rate_limit(100))
            .ok_or(login_user::Error::Forbidden(RawBody::empty()))
    }

    async fn logout_user(
        &self,
        _: logout_user::Request,
    ) -> Result<logout_user::Response, logout_user::Error> {
        Ok(logout_user::Response::new())
    }

    async fn get_user_by_name(
        &self,
        request: get_user_by_name::Request,
    ) -> Result<get_user_by_name::Response, get_user_by_name::Error> {
        let user = self.pets.users.get(&request.username);
        user.map(get_user_by_name::Response::new).ok_or(get_user_by_name::Error::NotFound(RawBody::empty()))
    }

    async fn update_user(
        &self,
        request: update_user::Request,
    ) -> Result<update_user::Response, update_user::Error> {
        let mut user = request.body;
        user.username.clone_from(&request.username);
        let updated = self.pets.users.change(&request.username, |stored| *stored = user);
        updated.map(|_| update_user::Response::new()).ok_or(update_user::Error::NotFound(RawBody::empty()))
    }

    async fn delete_user(
        &self,
        request: delete_user::Request,
    ) -> Result<delete_user::Response, delete_user::Error> {
        let user = self.pets.users.remove(&request.username);
        user.map(|_| delete_user::Response::new()).ok_or(delete_user::Error::NotFound(RawBody::empty()))
    }
}
