// What the package uses of zlib: gzip members, each made in one call, and files of them read again.
// deflateInit2 is a macro, which Swift does not see.
#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <zlib.h>

// How much room a member of some bytes needs at most.
static inline size_t czlib_room(size_t count) { return compressBound(count) + 32; }

// Makes one gzip member and returns its length, or 0 if there is not enough memory or room.
//
// The header names no file, no time and no system, so that the same bytes give the same member.
static inline size_t czlib_member(
    const uint8_t *bytes, size_t count, uint8_t *member, size_t room, int level) {
  z_stream stream = {0};
  gz_header header = {0};
  header.os = 255;
  if (count > UINT32_MAX || room > UINT32_MAX) return 0;
  if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)count;
  stream.next_out = member;
  stream.avail_out = (uInt)room;
  int status = deflateSetHeader(&stream, &header);
  if (status == Z_OK) status = deflate(&stream, Z_FINISH);
  size_t length = room - stream.avail_out;
  deflateEnd(&stream);
  return status == Z_STREAM_END ? length : 0;
}

#endif
