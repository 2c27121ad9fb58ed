//! The sample's domain set: a list of companies to reach, put together by several hands. Half of it is known, some is nearly known, some
//! is new, and a few lines name no domain. Its id is fixed, so every run finds it.

use bytes::Bytes;
use futures::{StreamExt, stream};
use pivotal_commands::audience::domain_sets::archive::{archive_domain_set, restore_domain_set};
use pivotal_commands::audience::domain_sets::take_in::{Lines, TakeIn, take_in_as};
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::domain_sets::DomainSet;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use uuid::Uuid;

use super::seeder;

/// The set's id.
pub const SET: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_5eed_d05e_0000);

const NAME: &str = "Companies for the autumn campaign";
const FILE_NAME: &str = "autumn-campaign-companies.csv";

/// The file as somebody sent it.
pub const FILE: &str = "\
domain,account_name,notes\n\
aldergate.test,Aldergate Software,Met at the spring fair\n\
https://www.bergstrand.test/kontakt,Bergstrand Logistics,\n\
WWW.COBALTRIDGE.TEST,Cobalt Ridge Energy,\n\
mail.dalmose.test,,\n\
http://eikenhof.test:8080/verzekeringen?lang=nl,Eikenhof,Renewal in spring\n\
partners@fenwickrowe.test,Fenwick & Rowe,\n\
graniteharbor.test.,Granite Harbor Bank,\n\
hallberg-maschinen.test,Hallberg Maschinenbau,Ask for the plant in Stuttgart\n\
inkwellpublishing.test,,\n\
shop.junipervale.test,Juniper Vale,\n\
kestrelaero.test,Kestrel Aerospace,\n\
lindqvist-arkitekter.test,,Small but keen\n\
marlowstreet..test,Marlow Street Analytics,\n\
nordlysrenewables .test,Nordlys,\n\
oakhurstmedical.test,,\n\
uk.pinewoodretail.test,Pinewood Retail Group,\n\
quarrybank. test,Quarrybank,\n\
m.rosenthalpharma.test,Rosenthal Pharma,\n\
silverlakesemi.test,,\n\
tesserasecurity.test/about-us,Tessera Security,\n\
umbratelecom.test,Umbra Telecom,\n\
westmark-automotive.test,Westmark Automotive,Tier one supplier\n\
yarrowwine.test,,\n\
zephyrwireless.test,Zephyr Wireless,\n\
brightwaterutilities.test,,\n\
fjordlineshipping.test,Fjordline Shipping,\n\
kirsche-goods.test,Kirsche,\n\
meridianfreight.test,,\n\
https://aldergate.test,Aldergate,Listed twice\n\
Westmark-Automotive.test,,\n\
cinderfordstel.test,Cinderford,\n\
driftwod-interactive.test,,Address from a slide\n\
elmbridgetrainning.test,,\n\
glashouseresearch.test,Glasshouse,\n\
highmoorestates.test,,\n\
northgate-plastic.test,Northgate Plastics,\n\
vantage-staffing.example,Vantage Point Stafing,Spelling from a phone note\n\
amberfield-group.example,Amberfield Insurance Broker,\n\
larkspur-learning.example,Larkspur Educaton,\n\
ostwald-textil.example,Ostwald Textil GmbH,\n\
pelican-robotics.example,Pelican Robotics,\n\
www.tarnbeck-foods.example,Tarnbeck Foods,\n\
granvik-energi.example,Granvik Energi AS,\n\
hollowell-media.example,Hollowell Media,\n\
sales@brunnenthal.example,Brunnenthal AG,\n\
corvane-systems.example,Corvane Systems,Asked for a demo in 2025\n\
dunmore-castings.example,Dunmore Castings,\n\
eastwick-labs.example,Eastwick Labs,\n\
fenmarsh-seeds.example,,\n\
https://gildenhof.example/impressum,Gildenhof,\n\
harrowdene.example,Harrowdene plc,\n\
isenfluh-optik.example,Isenfluh Optik AG,\n\
jarrowgate.example,,\n\
kelvedon-rail.example,Kelvedon Rail,\n\
lomsdal-marine.example,Lomsdal Marine AS,\n\
n/a,To be found,\n\
192.0.2.14,Server of a reseller,\n\
co.uk,,\n\
Mountfield Partners,Mountfield Partners,Domain not known\n\
";

/// Takes the file in, or brings back what was removed. The worker reads and matches it. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let actor = seeder();
    if ctx.log.load::<DomainSet>(SET).await?.state.exists() {
        return Ok(restore_domain_set(ctx, &actor, SET).await?.position);
    }
    let body = stream::iter([Ok(Bytes::from_static(FILE.as_bytes()))]).boxed();
    let input = TakeIn {
        name: Some(NAME.to_owned()),
        sharing: Sharing::Everyone,
        tags: vec!["sample".to_owned()],
        // Removing the sample would leave such accounts behind.
        stubs: false,
        lines: Lines::File { name: FILE_NAME.to_owned(), body },
    };
    Ok(take_in_as(ctx, &actor, SET, input).await?.position)
}

/// Archives it. Answers the position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    if !ctx.log.load::<DomainSet>(SET).await?.state.exists() {
        return Ok(None);
    }
    Ok(archive_domain_set(ctx, &seeder(), SET).await?.position)
}
