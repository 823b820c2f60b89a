//! The errors of all kinds of catalogs: those of well-known APIs, and the bundled ones.

use super::bodies::check;
use super::document;
use crate::bank::Bank;
use error_catalog::ErrorCatalog;
use serde_json::Value;

macro_rules! catalogs {
    ($($source:ident = $of:literal: $name:ident $test:ident;)*) => {
        $(
            #[derive(ErrorCatalog)]
            #[catalog($source = $of)]
            struct $name;

            #[test]
            fn $test() {
                check::<$name>();
            }
        )*

        /// A document with the errors of each catalog.
        pub(super) fn documents() -> Vec<Value> {
            vec![document::<Bank>(), $(document::<$name>()),*]
        }
    };
}

catalogs! {
    path = "../families/aspnet.json": Aspnet the_errors_of_aspnet_are_those_of_the_document;
    path = "../families/aws-json.json": AwsJson the_errors_of_aws_json_are_those_of_the_document;
    path = "../families/aws-rest-json.json": AwsRestJson the_errors_of_aws_rest_json_are_those_of_the_document;
    path = "../families/aws-s3.json": AwsS3 the_errors_of_aws_s3_are_those_of_the_document;
    path = "../families/cloudflare.json": Cloudflare the_errors_of_cloudflare_are_those_of_the_document;
    path = "../families/discord.json": Discord the_errors_of_discord_are_those_of_the_document;
    path = "../families/ebay.json": Ebay the_errors_of_ebay_are_those_of_the_document;
    path = "../families/empty.json": Empty the_errors_of_empty_are_those_of_the_document;
    path = "../families/facebook.json": Facebook the_errors_of_facebook_are_those_of_the_document;
    path = "../families/fastapi.json": Fastapi the_errors_of_fastapi_are_those_of_the_document;
    path = "../families/github.json": Github the_errors_of_github_are_those_of_the_document;
    path = "../families/google-rpc.json": GoogleRpc the_errors_of_google_rpc_are_those_of_the_document;
    path = "../families/graphql.json": Graphql the_errors_of_graphql_are_those_of_the_document;
    path = "../families/grpc.json": Grpc the_errors_of_grpc_are_those_of_the_document;
    path = "../families/json-api.json": JsonApi the_errors_of_json_api_are_those_of_the_document;
    path = "../families/json-rpc.json": JsonRpc the_errors_of_json_rpc_are_those_of_the_document;
    path = "../families/kubernetes.json": Kubernetes the_errors_of_kubernetes_are_those_of_the_document;
    path = "../families/laravel.json": Laravel the_errors_of_laravel_are_those_of_the_document;
    path = "../families/oauth2.json": Oauth2 the_errors_of_oauth2_are_those_of_the_document;
    path = "../families/openai.json": Openai the_errors_of_openai_are_those_of_the_document;
    path = "../families/problem.json": Problem the_errors_of_problem_are_those_of_the_document;
    path = "../families/slack.json": Slack the_errors_of_slack_are_those_of_the_document;
    path = "../families/stripe.json": Stripe the_errors_of_stripe_are_those_of_the_document;
    path = "../families/text.json": Text the_errors_of_text_are_those_of_the_document;
    path = "../families/wechat.json": Wechat the_errors_of_wechat_are_those_of_the_document;
    builtin = "linkedin": Linkedin the_errors_of_linkedin_are_those_of_the_document;
    builtin = "linkedin-marketing": LinkedinMarketing the_errors_of_linkedin_marketing_are_those_of_the_document;
    builtin = "edges": Edges the_errors_of_edges_are_those_of_the_document;
    builtin = "works": Works the_errors_of_works_are_those_of_the_document;
    builtin = "http-api": HttpApi the_errors_of_http_api_are_those_of_the_document;
}

#[test]
fn the_errors_of_a_bank_are_those_of_the_document() {
    check::<Bank>();
}
