// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/output.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace assay::app {

namespace {

Json textOrNull(const std::string &text)
{
    return text.empty() ? Json() : Json(text);
}

std::string documentText(const Json &document)
{
    return document.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

bool print(std::FILE *stream, const std::string &text)
{
    return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
}

bool says(const std::string &message, const std::string &what)
{
    return message.find(what) != std::string::npos;
}

} // namespace

std::string errorText(const Error &error)
{
    std::string place;
    const auto addPlace = [&](const std::string &part) { place += (place.empty() ? "" : ", ") + part; };
    if (!error.file.empty() && !says(error.message, std::filesystem::path(error.file).filename().string()))
        addPlace(error.file);
    const std::string line = "line " + std::to_string(error.line);
    if (error.line > 0 && !says(error.message, line))
        addPlace(line);
    if (!error.column.empty() && !says(error.message, error.column))
        addPlace("column `" + error.column + '`');
    return place.empty() ? error.message : place + ": " + error.message;
}

Json errorDocument(const Error &error)
{
    return Json{{"error",
                 {{"code", error.code},
                  {"message", error.message},
                  {"file", textOrNull(error.file)},
                  {"line", error.line > 0 ? Json(error.line) : Json()},
                  {"column", textOrNull(error.column)}}}};
}

Result<void> printAnswer(const Answer &answer, bool json)
{
    if (!print(stdout, json ? documentText(answer.document) : answer.text))
        return failure(ErrorKind::Refused, "output_failed",
                       "The result could not be written to standard output: is the disk full or the reader gone?");
    return {};
}

int printError(const Error &error, bool json)
{
    if (json)
        print(stdout, documentText(errorDocument(error)));
    print(stderr, "assay: " + errorText(error) + '\n');
    return exitCode(error.kind);
}

Result<void> writeFile(const std::string &path, const QByteArray &bytes)
{
    const QString name = QString::fromStdString(path);
    const QFileInfo facts(name);
    // A pipe or device is written to; only a file may be replaced.
    const auto file = facts.exists() && !facts.isFile() ? std::unique_ptr<QFileDevice>(new QFile(name))
                                                        : std::unique_ptr<QFileDevice>(new QSaveFile(name));
    bool written = file->open(QIODevice::WriteOnly) && file->write(bytes) == bytes.size() && file->flush();
    if (auto *whole = qobject_cast<QSaveFile *>(file.get()))
        written = written && whole->commit();
    if (written)
        return {};
    return at(failure(ErrorKind::Refused, "cannot_write",
                      "{} cannot be written ({}): choose another place with --out, or make room there.",
                      {path, file->errorString().toStdString()}),
              path);
}

} // namespace assay::app
