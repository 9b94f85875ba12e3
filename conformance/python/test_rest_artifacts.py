"""The artifact proxy over bare HTTP: uploads, downloads, ranges, headers, lists, deletion."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from raw import ArtifactFolder

ABSENT = (404, "RESOURCE_DOES_NOT_EXIST")


def test_an_upload_answers_with_nothing(folder: ArtifactFolder) -> None:
    answer = folder.put("a.txt", b"0123456789")

    assert (answer.status, answer.content) == (200, b"")


def test_a_download_is_an_attachment_that_nobody_sniffs(folder: ArtifactFolder) -> None:
    folder.put("a.txt", b"0123456789")

    answer = folder.get("a.txt")

    assert (answer.status, answer.content) == (200, b"0123456789")
    assert answer.headers["content-length"] == "10"
    assert answer.headers["content-disposition"].replace('"', "") == "attachment; filename=a.txt"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["etag"]
    assert answer.headers["last-modified"].endswith(" GMT")


TYPES = [
    ("page.html", "text/html"),
    ("image.png", "image/png"),
    ("drawing.svg", "image/svg+xml"),
    ("paper.pdf", "application/pdf"),
    ("data.json", "text/plain"),
    ("data.yaml", "text/plain"),
    ("data.csv", "text/plain"),
    ("MLmodel", "text/plain"),
    ("notes.md", "text/plain"),
    ("notebook.ipynb", "text/plain"),
    ("table.parquet", "application/octet-stream"),
    ("noending", "application/octet-stream"),
]


@pytest.mark.parametrize(("name", "content_type"), TYPES)
def test_content_types_are_guessed_from_the_name(
    folder: ArtifactFolder, name: str, content_type: str
) -> None:
    folder.put(name, b"<script>", **{"Content-Type": "application/x-something"})

    answer = folder.get(name)

    assert answer.headers["content-type"].split(";")[0] == content_type
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_name_beyond_ascii_is_in_the_disposition(folder: ArtifactFolder) -> None:
    folder.put(quote("Größe 日本.txt"), b"x")

    disposition = folder.get(quote("Größe 日本.txt")).headers["content-disposition"]

    assert "filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%E6%97%A5%E6%9C%AC.txt" in disposition


@pytest.mark.parametrize(
    ("asked", "content", "range_"),
    [
        ("bytes=2-4", b"234", "bytes 2-4/10"),
        ("bytes=7-", b"789", "bytes 7-9/10"),
        ("bytes=-3", b"789", "bytes 7-9/10"),
        ("bytes=8-100", b"89", "bytes 8-9/10"),
        ("bytes=0-0", b"0", "bytes 0-0/10"),
    ],
)
def test_ranges(folder: ArtifactFolder, asked: str, content: bytes, range_: str) -> None:
    folder.put("a.txt", b"0123456789")

    answer = folder.get("a.txt", Range=asked)

    assert (answer.status, answer.content) == (206, content)
    assert answer.headers["content-range"] == range_
    assert answer.headers["content-length"] == str(len(content))


def test_a_range_past_the_end_is_refused(folder: ArtifactFolder) -> None:
    folder.put("a.txt", b"0123456789")

    answer = folder.get("a.txt", Range="bytes=20-30")

    assert (answer.status, answer.headers["content-range"]) == (416, "bytes */10")


def test_a_range_of_what_has_changed_is_the_whole(folder: ArtifactFolder) -> None:
    folder.put("a.txt", b"0123456789")
    tag = folder.get("a.txt").headers["etag"]

    assert folder.get("a.txt", Range="bytes=2-4", If_Range=tag).status == 206
    folder.put("a.txt", b"abcdefghijklm")
    changed = folder.get("a.txt", Range="bytes=2-4", If_Range=tag)
    assert (changed.status, changed.content) == (200, b"abcdefghijklm")


@pytest.mark.runstream_only
def test_what_has_not_changed_is_not_sent_again(folder: ArtifactFolder) -> None:
    folder.put("a.txt", b"0123456789")
    headers = folder.get("a.txt").headers

    by_tag = folder.get("a.txt", If_None_Match=headers["etag"])
    by_time = folder.get("a.txt", If_Modified_Since=headers["last-modified"])

    assert (by_tag.status, by_tag.content) == (304, b"")
    assert (by_time.status, by_time.content) == (304, b"")
    assert folder.get("a.txt", If_None_Match='"other"').status == 200


def test_head_has_the_headers_only(folder: ArtifactFolder) -> None:
    folder.put("a.txt", b"0123456789")

    answer = folder.raw.send("HEAD", f"{folder.url}/a.txt")

    assert (answer.status, answer.content) == (200, b"")
    assert answer.headers["content-length"] == "10"
    assert answer.headers["content-type"].split(";")[0] == "text/plain"
    assert folder.raw.send("HEAD", f"{folder.url}/none").status == 404


def test_an_empty_file(folder: ArtifactFolder) -> None:
    assert folder.put("empty", b"").status == 200

    answer = folder.get("empty")
    assert (answer.status, answer.content, answer.headers["content-length"]) == (200, b"", "0")
    assert folder.list().json == {"files": [{"path": "empty", "is_dir": False}]}


def test_what_is_not_there(folder: ArtifactFolder) -> None:
    message = f"No such artifact: '{folder.path}/none.txt'"

    assert folder.get("none.txt").error == (*ABSENT, message)


def test_a_folder_is_no_file(folder: ArtifactFolder) -> None:
    folder.put("sub/a.txt", b"x")

    assert folder.get("sub").status == 400
    assert folder.put("sub/", b"x").status == 400


def test_lists_are_relative_to_what_is_listed(folder: ArtifactFolder) -> None:
    folder.put("sub/a.txt", b"x")
    folder.put("sub/b/c.txt", b"x")
    folder.put("z.txt", b"xyz")

    assert folder.list().json == {
        "files": [
            {"path": "sub", "is_dir": True},
            {"path": "z.txt", "is_dir": False, "file_size": 3},
        ]
    }
    assert folder.list("/sub").json == {
        "files": [
            {"path": "a.txt", "is_dir": False, "file_size": 1},
            {"path": "b", "is_dir": True},
        ]
    }
    assert folder.list("/none").json == {}


def test_deletion_of_a_file_a_folder_and_nothing(folder: ArtifactFolder) -> None:
    for name in ("a.txt", "sub/b.txt", "sub/c/d.txt", "subway.txt"):
        folder.put(name, b"x")

    for name in ("a.txt", "a.txt", "sub", "never"):
        answer = folder.raw.send("DELETE", f"{folder.url}/{name}")
        assert (answer.status, answer.json) == (200, {})

    assert folder.get("a.txt").status == 404
    assert folder.get("sub/c/d.txt").status == 404
    assert folder.list().json == {
        "files": [{"path": "subway.txt", "is_dir": False, "file_size": 1}]
    }


def test_the_ajax_alias(folder: ArtifactFolder) -> None:
    ajax = folder.url.replace("/api/", "/ajax-api/")

    assert folder.raw.send("PUT", f"{ajax}/a.txt", b"x").status == 200
    assert folder.raw.send("GET", f"{ajax}/a.txt").content == b"x"


def test_a_wrong_method_is_refused(folder: ArtifactFolder) -> None:
    assert folder.raw.send("POST", f"{folder.url}/a.txt", b"x").status == 405
