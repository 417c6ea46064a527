# SPDX-License-Identifier: EUPL-1.2
"""Uploads stay in memory, and small: nothing that somebody sends ever lies unencrypted in a temporary file."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

HOOGSTENS = 10 * 1024 * 1024
"""Bytes of all files of one request together."""


class InGeheugen(FileUploadHandler):
    """Keeps files in memory; past the limit the rest is read and thrown away, and `request.te_groot` is set.

    Fields that stand before the file in the form are kept, so put the file last: nothing typed is lost.
    """

    chunk_size = 256 * 1024

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.totaal = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.stroom = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.totaal += len(raw_data)
        if self.totaal > HOOGSTENS:
            self.request.te_groot = True  # type: ignore[union-attr]  # our mark on Django's request
            raise StopUpload(connection_reset=False)
        self.stroom.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.stroom.seek(0)
        return InMemoryUploadedFile(
            self.stroom,
            self.field_name,
            self.file_name or "",
            self.content_type,
            file_size,
            self.charset,
            self.content_type_extra,
        )


def te_groot(request: object) -> bool:
    """Was a file of this request too large to keep?"""
    return bool(getattr(request, "te_groot", False))
