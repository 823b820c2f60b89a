//! The text is that of the form that the number asks for.

use super::{Files, FilesError};
use error_catalog::{CatalogError, ErrorCatalog, Occurrence};
use std::fmt;

fn deleted(language: &str, count: i64) -> String {
    let error = FilesError::deleted(count, "Ada");
    error.localized(language).to_string()
}

#[test]
fn a_number_has_the_form_of_its_category_in_each_language() {
    for (language, forms) in [
        (
            "en",
            [
                (0, "No files of Ada were deleted."),
                (1, "1 file of Ada was deleted."),
                (2, "2 files of Ada were deleted."),
                (5, "5 files of Ada were deleted."),
                (11, "11 files of Ada were deleted."),
                (21, "21 files of Ada were deleted."),
                (100, "100 files of Ada were deleted."),
                (-1, "-1 file of Ada was deleted."),
            ],
        ),
        (
            "ja",
            [
                (0, "Adaのファイルを0件削除しました。"),
                (1, "Adaのファイルを1件削除しました。"),
                (2, "Adaのファイルを2件削除しました。"),
                (5, "Adaのファイルを5件削除しました。"),
                (11, "Adaのファイルを11件削除しました。"),
                (21, "Adaのファイルを21件削除しました。"),
                (100, "Adaのファイルを100件削除しました。"),
                (-1, "Adaのファイルを-1件削除しました。"),
            ],
        ),
        (
            "ru",
            [
                (0, "У Ada удалено 0 файлов."),
                (1, "У Ada удалён 1 файл."),
                (2, "У Ada удалено 2 файла."),
                (5, "У Ada удалено 5 файлов."),
                (11, "У Ada удалено 11 файлов."),
                (21, "У Ada удалён 21 файл."),
                (100, "У Ada удалено 100 файлов."),
                (-1, "У Ada удалён -1 файл."),
            ],
        ),
        (
            "ar",
            [
                (0, "لم يُحذف أي ملف من Ada."),
                (1, "حُذف ملف واحد من Ada."),
                (2, "حُذف ملفان من Ada."),
                (5, "حُذفت 5 ملفات من Ada."),
                (11, "حُذف 11 ملفًا من Ada."),
                (21, "حُذف 21 ملفًا من Ada."),
                (100, "حُذف 100 من ملفات Ada."),
                (-1, "حُذف -1 ملف فقط من Ada."),
            ],
        ),
        (
            "pl",
            [
                (0, "Usunięto 0 plików użytkownika Ada."),
                (1, "Usunięto 1 plik użytkownika Ada."),
                (2, "Usunięto 2 pliki użytkownika Ada."),
                (5, "Usunięto 5 plików użytkownika Ada."),
                (11, "Usunięto 11 plików użytkownika Ada."),
                (21, "Usunięto 21 plików użytkownika Ada."),
                (100, "Usunięto 100 plików użytkownika Ada."),
                (-1, "Usunięto -1 plik użytkownika Ada."),
            ],
        ),
    ] {
        for (count, text) in forms {
            assert_eq!(deleted(language, count), text, "{language}");
        }
    }
}

#[test]
fn a_decimal_has_the_form_of_what_is_written() {
    let shown = |language, size: &str| {
        let error = FilesError::too_large(size.to_owned());
        error.localized(language).to_string()
    };
    assert_eq!(shown("en", "1"), "The file has 1 gigabyte.");
    assert_eq!(shown("en", "-1"), "The file has -1 gigabyte.");
    assert_eq!(shown("en", "+1"), "The file has +1 gigabyte.");
    assert_eq!(shown("en", "1.0"), "The file has 1.0 gigabytes.");
    assert_eq!(shown("en", "1e0"), "The file has 1e0 gigabyte.");
    assert_eq!(shown("en", "1.5"), "The file has 1.5 gigabytes.");
    assert_eq!(shown("ru", "21"), "В файле 21 гигабайт.");
    assert_eq!(shown("ru", "1.5"), "В файле 1.5 гигабайта.");
    assert_eq!(shown("pl", "1.5"), "Plik ma 1.5 gigabajta.");
    assert_eq!(shown("pl", "22"), "Plik ma 22 gigabajty.");
    assert_eq!(shown("ja", "1.5"), "ファイルは1.5ギガバイトです。");
    // What CLDR has no category for has the form of all others.
    for size in [
        "",
        "much",
        "NaN",
        "١",
        "1e99999",
        "1e-99999",
        &"9".repeat(100_000),
    ] {
        assert_eq!(shown("en", size), format!("The file has {size} gigabytes."));
    }
}

#[test]
fn display_and_message_have_the_form_of_the_number() {
    for (count, text) in [
        (0, "No files of Ada were deleted."),
        (1, "1 file of Ada was deleted."),
        (7, "7 files of Ada were deleted."),
    ] {
        let error = FilesError::deleted(count, "Ada");
        assert_eq!(error.to_string(), text);
        assert_eq!(error.message(), text);
        let body = String::from_utf8(Occurrence::new(error).to_body()).unwrap();
        assert_eq!(body, format!(r#"{{"code":"DELETED","message":"{text}"}}"#));
    }
}

#[test]
fn the_template_is_the_form_for_all_other_numbers() {
    let entry = FilesError::deleted(1, "Ada").entry();
    let other = "{count} files of {owner} were deleted.";
    assert_eq!(entry.message().as_deref(), Some(other));
    assert_eq!(entry.message_in("en").as_deref(), Some(other));
    assert_eq!(
        entry.message_in("pl").as_deref(),
        Some("Usunięto {count} pliku użytkownika {owner}.")
    );
    assert_eq!(entry.history().len(), 0);
}

#[test]
fn a_message_with_forms_in_another_language_only_has_its_own_template() {
    let error = FilesError::wait(1);
    assert_eq!(error.to_string(), "Wait for 1 s.");
    assert_eq!(error.localized("ja").to_string(), "1秒お待ちください。");
    assert_eq!(error.localized("ru").to_string(), "Подождите 1 секунду.");
    assert_eq!(error.localized("de").to_string(), "Warte 1 Sekunde.");
    // The rules are those of the language that is shown.
    let error = FilesError::deleted(2, "Ada");
    assert_eq!(
        error.localized("de").to_string(),
        "Usunięto 2 pliki użytkownika Ada."
    );
    assert_eq!(error.localized("de").language(), "pl");
}

/// A number of a type of its own.
#[derive(Debug)]
struct Count(u8);

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

#[derive(Debug, ErrorCatalog)]
#[catalog(path = "errors/files.json")]
enum Own {
    Deleted {
        count: Count,
        owner: &'static str,
    },
    TooLarge {
        size: f32,
    },
    Wait {
        seconds: &'static str,
    },
    #[catalog(transparent)]
    Files(#[from] FilesError),
}

#[derive(Debug, ErrorCatalog)]
#[catalog(of = Files)]
enum OfFiles {
    Deleted { count: u64, owner: String },
}

#[derive(ErrorCatalog)]
#[catalog(path = "errors/files.json", only = ["DELETED"])]
struct Deletions;

#[test]
fn your_own_types_have_the_form_of_what_they_display() {
    let own = |count| Own::Deleted {
        count: Count(count),
        owner: "Ada",
    };
    assert_eq!(own(0).to_string(), "No files of Ada were deleted.");
    assert_eq!(own(1).to_string(), "1 file of Ada was deleted.");
    assert_eq!(own(3).localized("ru").to_string(), "У Ada удалено 3 файла.");
    assert_eq!(
        Own::TooLarge { size: 1.0 }.to_string(),
        "The file has 1 gigabyte."
    );
    assert_eq!(
        Own::TooLarge { size: 1.5 }.to_string(),
        "The file has 1.5 gigabytes."
    );
    let wait = Own::Wait { seconds: "21" };
    assert_eq!(wait.localized("ru").to_string(), "Подождите 21 секунду.");
    let inner = Own::from(FilesError::deleted(1, "Ada"));
    assert_eq!(inner.to_string(), "1 file of Ada was deleted.");
    let of = OfFiles::Deleted {
        count: 1,
        owner: "Ada".to_owned(),
    };
    assert_eq!(
        of.localized("pl").to_string(),
        "Usunięto 1 plik użytkownika Ada."
    );
    assert_eq!(
        DeletionsError::deleted(1, "Ada").to_string(),
        "1 file of Ada was deleted."
    );
}

#[test]
fn an_absent_number_has_the_form_for_all_others() {
    let error = FilesError::in_use();
    assert_eq!(error.to_string(), "Users have it open.");
    let error = FilesError::InUse { users: Some(1) };
    assert_eq!(error.to_string(), "One user has it open.");
    let error = FilesError::InUse { users: Some(-1) };
    assert_eq!(error.to_string(), "A user has it open.");
}
