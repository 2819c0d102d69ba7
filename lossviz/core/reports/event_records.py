"""The records of TensorBoard's event files, written without TensorBoard.

A file is a row of records, each framed by its length and two checksums; what they frame are Event messages of protocol
buffers, of which a curve needs six fields.

Source: TensorFlow's tfrecord format and its messages event.proto, summary.proto, tensor.proto.
"""

import struct
from collections.abc import Mapping
from functools import cache

_CASTAGNOLI = 0x82F63B78  # CRC-32C, the bits from low to high
_MASK = 0xA282EAD8
_VARINT, _FIXED_64, _BYTES, _FIXED_32 = range(4)
_WIRE_TYPES = {_VARINT: 0, _FIXED_64: 1, _BYTES: 2, _FIXED_32: 5}
_STRING_TENSOR = 7  # DT_STRING


def version_record(wall_time: float) -> bytes:
    """The first record of every file. wall_time: seconds since 1970."""
    return _framed(_double(1, wall_time) + _bytes(3, b"brain.Event:2"))


def scalars_record(wall_time: float, step: int, values: Mapping[str, float]) -> bytes:
    """Numbers by their tags, measured after `step` steps; kept in 32 bits, as TensorBoard keeps them."""
    summary = b"".join(_bytes(1, _bytes(1, tag.encode()) + _float(2, value)) for tag, value in values.items())
    return _framed(_event(wall_time, step, summary))


def text_record(wall_time: float, tag: str, markdown: str) -> bytes:
    """A text for TensorBoard's page of texts."""
    shape = _bytes(2, _varint(1, 1))
    tensor = _varint(1, _STRING_TENSOR) + _bytes(2, shape) + _bytes(8, markdown.encode())
    metadata = _bytes(1, _bytes(1, b"text"))
    value = _bytes(1, tag.encode()) + _bytes(8, tensor) + _bytes(9, metadata)
    return _framed(_event(wall_time, 0, _bytes(1, value)))


def _event(wall_time: float, step: int, summary: bytes) -> bytes:
    return _double(1, wall_time) + _varint(2, step) + _bytes(5, summary)


def _framed(message: bytes) -> bytes:
    length = struct.pack("<Q", len(message))
    return length + struct.pack("<I", masked_crc(length)) + message + struct.pack("<I", masked_crc(message))


def masked_crc(data: bytes) -> int:
    """CRC-32C, turned by 15 bits and shifted, so that a checksum of checksums stays one."""
    crc, table = 0xFFFFFFFF, _crc_table()
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    crc ^= 0xFFFFFFFF
    return (((crc >> 15) | (crc << 17)) + _MASK) & 0xFFFFFFFF


@cache
def _crc_table() -> tuple[int, ...]:
    return tuple(_crc_of_byte(byte) for byte in range(256))


def _crc_of_byte(crc: int) -> int:
    for _bit in range(8):
        crc = (crc >> 1) ^ (_CASTAGNOLI if crc & 1 else 0)
    return crc


def _varint(field: int, number: int) -> bytes:
    return _key(field, _VARINT) + _base_128(number)


def _double(field: int, number: float) -> bytes:
    return _key(field, _FIXED_64) + struct.pack("<d", number)


def _float(field: int, number: float) -> bytes:
    return _key(field, _FIXED_32) + struct.pack("<f", _within_32_bits(number))


def _bytes(field: int, content: bytes) -> bytes:
    return _key(field, _BYTES) + _base_128(len(content)) + content


def _key(field: int, kind: int) -> bytes:
    return _base_128(field << 3 | _WIRE_TYPES[kind])


def _base_128(number: int) -> bytes:
    groups = bytearray()
    while number > 0x7F:
        groups.append(number & 0x7F | 0x80)
        number >>= 7
    groups.append(number)
    return bytes(groups)


def _within_32_bits(number: float) -> float:
    """struct refuses a finite number that is too large for 32 bits; it becomes infinite."""
    return number if not abs(number) > 3.4028234e38 else float("inf") * (1 if number > 0 else -1)
