// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"

#include <cstddef>
#include <functional>
#include <mutex>
#include <vector>

namespace assay::app {

/// Gathers what pieces of work tell that run side by side: one progress over all of them, one call at a time to the
/// observer behind it.
class PiecesObserver
{
public:
    /// @p next may be null.
    PiecesObserver(Observer *next, std::string stage, std::size_t pieces);

    /// What piece @p i is given; lives as long as this object.
    Observer *of(std::size_t i) { return &m_pieces[i]; }
    void finished(std::size_t i);

private:
    class Piece : public Observer
    {
    public:
        void progress(const Progress &progress) override;
        void metric(std::string_view key, double value, std::int64_t step) override;
        void note(std::string_view text) override;

        PiecesObserver *all = nullptr;
        int percent = 0;
    };

    void advance(Piece &piece, int percent);

    Observer *m_next;
    std::string m_stage;
    std::vector<Piece> m_pieces;
    std::mutex m_mutex;
};

/// A piece of work: its number and a context of its own, with its share of the threads and of the progress.
using Piece = std::function<Result<void>(std::size_t, const Context &)>;

/// Does @p count pieces side by side, at most as many at once as @p context has threads, which they share. @p start, if
/// any, is called for each before its work, one after the other in their order. An error stops the others, and so does
/// the caller; of several errors the one of the first piece is returned.
Result<void> eachPiece(std::size_t count, const std::string &stage, const Context &context, const Piece &work,
                       const Piece &start = {});

} // namespace assay::app
