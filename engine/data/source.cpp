// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/source.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>
#include <zlib.h>

namespace assay::engine {

namespace {

class Mapping
{
public:
    Mapping(void *address, std::size_t size)
        : m_address(address)
        , m_size(size)
    {
    }
    Mapping(const Mapping &) = delete;
    Mapping &operator=(const Mapping &) = delete;
    ~Mapping() { munmap(m_address, m_size); }

private:
    void *m_address;
    std::size_t m_size;
};

Failure unreadable(const std::string &path, const std::string &why)
{
    return at(failure(ErrorKind::BadInput, "unreadable_file", "The file `{}` cannot be read: {}.", {path, why}), path);
}

Failure noSuchFile(const std::string &path)
{
    return at(failure(ErrorKind::BadInput, "unreadable_file",
                      "There is no file `{}`; check the spelling and the folder it is looked for in.", {path}),
              path);
}

struct Inflater
{
    z_stream stream{};
    Inflater() { inflateInit2(&stream, 16 + MAX_WBITS); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;
    ~Inflater() { inflateEnd(&stream); }
};

// Unpacks all members of a gzip file, one after the other as gzip itself does.
Result<std::string> unpack(std::string_view packed, const std::string &path, const Context &context)
{
    constexpr std::size_t step = 1 << 20;
    std::string out;
    Inflater inflater;
    z_stream &stream = inflater.stream;
    std::size_t used = 0;
    int status = Z_OK;
    while (used < packed.size() || status == Z_OK) {
        if (context.cancelled())
            return cancelled();
        const std::size_t have = out.size();
        const std::size_t feed = std::min<std::size_t>(packed.size() - used, 1 << 28);
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data() + used));
        stream.avail_in = static_cast<uInt>(feed);
        out.resize(have + std::max(step, have / 2));
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + have);
        stream.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size() - have, 1 << 30));
        const auto room = stream.avail_out;
        status = inflate(&stream, Z_NO_FLUSH);
        used += feed - stream.avail_in;
        out.resize(have + room - stream.avail_out);
        if (status == Z_STREAM_END) {
            const bool another = packed.substr(used).starts_with("\x1f\x8b");
            if (!another)
                return out;
            inflateReset(&stream);
            status = Z_OK;
        } else if (status != Z_OK) {
            break;
        }
    }
    return unreadable(path, "its gzip data end early or are damaged; unpack it with gzip to see more");
}

} // namespace

Result<FileBytes> FileBytes::open(const std::string &path, const Context &context)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a pipe must not wait for its other end
    if (file < 0)
        return errno == ENOENT ? noSuchFile(path) : unreadable(path, std::strerror(errno));
    struct stat facts
    {
    };
    const bool known = fstat(file, &facts) == 0;
    const auto size = static_cast<std::size_t>(facts.st_size);
    void *address = MAP_FAILED;
    if (known && S_ISREG(facts.st_mode) && size > 0)
        address = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    const int error = errno;
    ::close(file);
    if (known && S_ISDIR(facts.st_mode))
        return at(
            failure(ErrorKind::BadInput, "is_directory", "`{}` is a folder; choose a data file inside it.", {path}),
            path);
    if (!known || !S_ISREG(facts.st_mode))
        return unreadable(path, "it is not an ordinary file");
    if (size == 0)
        return at(failure(ErrorKind::BadInput, "empty_file",
                          "The file `{}` is empty: it has 0 bytes where a header and rows were expected.", {path}),
                  path);
    if (address == MAP_FAILED)
        return unreadable(path, std::strerror(error));

    FileBytes bytes;
    bytes.m_owner = std::make_shared<const Mapping>(address, size);
    bytes.m_data = {static_cast<const char *>(address), size};
    if (bytes.m_data.starts_with("\x1f\x8b")) {
        auto unpacked = unpack(bytes.m_data, path, context);
        if (!unpacked)
            return Failure(std::move(unpacked.error()));
        auto text = std::make_shared<const std::string>(std::move(*unpacked));
        bytes.m_data = *text;
        bytes.m_owner = std::move(text);
        bytes.m_compressed = true;
        if (bytes.m_data.empty())
            return at(failure(ErrorKind::BadInput, "empty_file",
                              "The file `{}` is empty once unpacked: a header and rows were expected.", {path}),
                      path);
    }
    return bytes;
}

} // namespace assay::engine
