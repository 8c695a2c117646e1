// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/trainerfolds.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <thread>

namespace assay::app {

PiecesObserver::PiecesObserver(Observer *next, std::string stage, std::size_t pieces)
    : m_next(next)
    , m_stage(std::move(stage))
    , m_pieces(pieces)
{
    for (Piece &piece : m_pieces)
        piece.all = this;
}

void PiecesObserver::advance(Piece &piece, int percent)
{
    const std::lock_guard lock(m_mutex);
    if (percent <= piece.percent)
        return; // every stage of a piece starts anew
    piece.percent = percent;
    std::int64_t done = 0;
    for (const Piece &one : m_pieces)
        done += one.percent;
    if (m_next)
        m_next->progress({.stage = m_stage, .done = done, .total = 100 * static_cast<std::int64_t>(m_pieces.size())});
}

void PiecesObserver::finished(std::size_t i)
{
    advance(m_pieces[i], 100);
}

void PiecesObserver::Piece::progress(const Progress &progress)
{
    if (progress.total > 0)
        all->advance(*this, static_cast<int>(std::min<std::int64_t>(99, 99 * progress.done / progress.total)));
}

void PiecesObserver::Piece::metric(std::string_view key, double value, std::int64_t step)
{
    const std::lock_guard lock(all->m_mutex);
    if (all->m_next)
        all->m_next->metric(key, value, step);
}

void PiecesObserver::Piece::note(std::string_view text)
{
    const std::lock_guard lock(all->m_mutex);
    if (all->m_next)
        all->m_next->note(text);
}

namespace {

// The pieces that are left, what came of those that are done, and the threads that do them.
class Pieces
{
public:
    Pieces(std::size_t count, const std::string &stage, const Context &context, const Piece &work, const Piece &start)
        : m_count(count)
        , m_threads(static_cast<std::size_t>(context.threadCount()))
        , m_workers(std::max<std::size_t>(1, std::min(m_threads, count)))
        , m_seed(context.seed)
        , m_work(work)
        , m_start(start)
        , m_observer(context.observer, stage, count)
        , m_errors(count)
    {
    }

    void run(std::stop_token caller)
    {
        const std::stop_callback passOn(std::move(caller), [this] { m_stop.request_stop(); });
        {
            std::vector<std::jthread> others;
            for (std::size_t worker = 1; worker < m_workers; ++worker)
                others.emplace_back([this] { labourSafely(); });
            labourSafely();
        }
        if (m_thrown)
            std::rethrow_exception(m_thrown);
    }

    // A piece that was stopped because another failed is not what went wrong.
    Result<void> outcome() const
    {
        const auto failed = std::ranges::find_if(
            m_errors, [](const auto &error) { return error && error->kind != ErrorKind::Cancelled; });
        if (failed != m_errors.end())
            return Failure(**failed);
        const auto stopped = std::ranges::find_if(m_errors, [](const auto &error) { return error.has_value(); });
        return stopped == m_errors.end() ? Result<void>() : Failure(**stopped);
    }

private:
    Context contextOf(std::size_t i)
    {
        return {.observer = m_observer.of(i),
                .stop = m_stop.get_token(),
                .threads = static_cast<int>(std::max<std::size_t>(1, m_threads / m_workers)),
                .seed = m_seed};
    }

    void fail(std::size_t i, const Error &error)
    {
        m_errors[i] = error;
        m_stop.request_stop();
    }

    // The next piece, started; none when all are taken or the work was stopped.
    std::optional<std::size_t> take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_next == m_count || m_stop.stop_requested())
            return std::nullopt;
        const std::size_t i = m_next++;
        if (!m_start)
            return i;
        if (auto started = m_start(i, contextOf(i)); !started) {
            fail(i, started.error());
            return std::nullopt;
        }
        return i;
    }

    // What a piece throws ends the others and goes on to the caller, who turns it into an error.
    void labourSafely()
    {
        try {
            labour();
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            if (!m_thrown)
                m_thrown = std::current_exception();
            m_stop.request_stop();
        }
    }

    void labour()
    {
        while (const auto i = take()) {
            if (auto done = m_work(*i, contextOf(*i)); !done)
                fail(*i, done.error());
            else
                m_observer.finished(*i);
        }
    }

    std::size_t m_count, m_threads, m_workers;
    std::uint64_t m_seed;
    const Piece &m_work, &m_start;
    PiecesObserver m_observer;
    std::stop_source m_stop;
    std::mutex m_mutex;
    std::size_t m_next = 0;
    std::exception_ptr m_thrown;
    std::vector<std::optional<Error>> m_errors; // [pieces], each written by the thread that has the piece
};

} // namespace

Result<void> eachPiece(std::size_t count, const std::string &stage, const Context &context, const Piece &work,
                       const Piece &start)
{
    Pieces pieces(count, stage, context, work, start);
    pieces.run(context.stop);
    return context.cancelled() ? Result<void>(cancelled()) : pieces.outcome();
}

} // namespace assay::app
